import ArgumentParser

/// What a farm on this machine is made of.
struct FarmOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A SNAC model folder instead of the demo voice's.", valueName: "folder"))
    var snac: String?

    @Option(help: "A completions server such as http://127.0.0.1:8000 instead of the demo engine.")
    var vllm: String?

    @Option(help: "The name of the model there.")
    var model: String?

    @Option(help: "Tokens a second of a demo engine's stream; 0 for as fast as it can.")
    var rate: String?

    @Option(help: "How much the services log: debug, info, notice, warning, error.")
    var logLevel = "warning"

    var options: Farm.Options {
        Farm.Options(
            model: snac, vllm: vllm, vllmModel: model, rate: rate, logLevel: logLevel)
    }
}
