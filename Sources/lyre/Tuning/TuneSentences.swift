/// What is spoken while an endpoint is measured: sentences of three to eight seconds.
enum TuneSentences {
    static let all = [
        "The ferry leaves at seven, and the next one only comes when the tide is back.",
        "Put the kettle on, would you, and tell me how the journey was.",
        "Nobody had opened the shed since the autumn, so the door had to be talked into it.",
        "We counted eleven herons on the far bank before the fog took them one by one.",
        "If the bread smells right and sounds hollow, it is done, whatever the clock says.",
        "She wrote the number on her hand, and then it began to rain.",
        "There is a bench behind the library where the wind never reaches.",
        "The second violin came in a bar early, and for a moment it was better that way.",
    ]
}
