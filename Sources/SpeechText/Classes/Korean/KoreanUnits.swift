/// Units by their symbols, alone and with what they are counted by.
enum KoreanUnits {
    static let all: PhraseTable<Unit> = {
        var all: [String: Unit] = [:]
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: "=")
            for key in fields[0].split(separator: " ") {
                all[String(key)] = Unit(String(fields[1]), String(fields[1]))
            }
        }
        for (key, unit) in all where key.unicodeScalars.count <= 4 {
            for divisor in divisors {
                guard let below = all[divisor] else { continue }
                let name = unit.one + " 퍼 " + below.one
                all[key + "/" + divisor] = Unit(name, name)
            }
        }
        return PhraseTable(all)
    }()

    /// What may stand behind the slash.
    private static let divisors = [
        "h", "hr", "s", "s²", "s2", "sec", "min", "day", "kg", "g", "l", "L", "dL", "dl", "mL",
        "ml", "m", "cm", "km", "m²", "m2", "m³", "m3", "cm²", "cm2", "cm³", "cm3", "km²", "ha",
        "mol", "kWh", "W", "㎏", "㎞", "㎡", "㎥", "ℓ", "㎝",
    ]

    private static let table = """
        km ㎞=킬로미터
        m=미터
        cm ㎝=센티미터
        mm ㎜=밀리미터
        μm µm um ㎛=마이크로미터
        nm ㎚=나노미터
        pm=피코미터
        in inch=인치
        ft=피트
        yd=야드
        mi=마일
        ly=광년
        kg ㎏=킬로그램
        g=그램
        mg ㎎=밀리그램
        μg µg ug mcg ㎍=마이크로그램
        ng=나노그램
        t ton=톤
        kt=킬로톤
        Mt=메가톤
        lb lbs=파운드
        oz=온스
        ct=캐럿
        l L ℓ=리터
        ml mL ㎖=밀리리터
        cl cL=센티리터
        dl dL ㎗=데시리터
        kl kL ㎘=킬로리터
        μl µl µL=마이크로리터
        gal=갤런
        cc ㏄=시시
        pt=포인트
        bbl=배럴
        tbsp=테이블스푼
        tsp=티스푼
        m² m2 m^2 ㎡ sqm=제곱미터
        km² km2 km^2 ㎢=제곱킬로미터
        cm² cm2 cm^2 ㎠=제곱센티미터
        mm² mm2 mm^2 ㎟=제곱밀리미터
        m³ m3 m^3 ㎥=세제곱미터
        km³ km3=세제곱킬로미터
        cm³ cm3 cm^3 ㎤=세제곱센티미터
        mm³ mm3 mm^3=세제곱밀리미터
        ft² ft2 sqft=제곱피트
        mi²=제곱마일
        ha ㏊=헥타르
        ac=에이커
        h hr hrs=시간
        min=분
        s sec=초
        s² s2 s^2=제곱초
        ms ㎳=밀리초
        μs µs us ㎲=마이크로초
        ns=나노초
        day=일
        W=와트
        kW ㎾ kw=킬로와트
        MW ㎿=메가와트
        GW=기가와트
        TW=테라와트
        mW=밀리와트
        Wh=와트시
        kWh ㎾h kwh=킬로와트시
        MWh=메가와트시
        GWh=기가와트시
        TWh=테라와트시
        V=볼트
        kV=킬로볼트
        mV=밀리볼트
        A=암페어
        mA ㎃=밀리암페어
        mAh=밀리암페어시
        Ah=암페어시
        Ω ohm=옴
        kΩ=킬로옴
        MΩ=메가옴
        F=에프
        μF µF=마이크로패럿
        pF=피코패럿
        H=에이치
        J=줄
        kJ=킬로줄
        MJ=메가줄
        cal=칼로리
        kcal ㎉=킬로칼로리
        Hz hz ㎐=헤르츠
        kHz ㎑ khz=킬로헤르츠
        MHz ㎒ mhz=메가헤르츠
        GHz ㎓ ghz=기가헤르츠
        THz=테라헤르츠
        N=뉴턴
        kN=킬로뉴턴
        Pa=파스칼
        hPa ㍱=헥토파스칼
        kPa ㎪=킬로파스칼
        MPa ㎫=메가파스칼
        bar=바
        mbar=밀리바
        atm=기압
        psi=피에스아이
        mmHg=밀리미터 에이치지
        rpm=알피엠
        bpm BPM=비피엠
        fps FPS=에프피에스
        ppm ㏙=피피엠
        ppb=피피비
        dpi=디피아이
        px=픽셀
        dB ㏈ db=데시벨
        lx=럭스
        lm=루멘
        cd=칸델라
        nit=니트
        mol ㏖=몰
        mmol=밀리몰
        M=엠
        K=케이
        G=지
        D=디
        B=비
        T=티
        P=피
        S=에스
        C=씨
        bit=비트
        b=비트
        kB KB kb ㎅=킬로바이트
        MB mb ㎆=메가바이트
        GB gb ㎇=기가바이트
        TB tb=테라바이트
        PB=페타바이트
        kbps Kbps=킬로비피에스
        Mbps mbps=메가비피에스
        Gbps gbps=기가비피에스
        Sv=시버트
        mSv=밀리시버트
        μSv µSv=마이크로시버트
        Bq ㏃=베크렐
        Gy=그레이
        hp HP=마력
        kn=노트
        mph=마일 퍼 시간
        kph=킬로미터 퍼 시간
        km/l km/L km/ℓ=킬로미터 퍼 리터
        % ％=퍼센트
        %p %P ％p=퍼센트포인트
        ‰=퍼밀
        °=도
        °C ℃ °c=섭씨 도
        °F ℉=화씨 도
        pH=피에이치
        IU=아이유
        kcal/kg=킬로칼로리 퍼 킬로그램
        """
}
