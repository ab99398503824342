/// What may be counted with a number before it, where two is 两.
enum ChineseCounters {
    static let single: Set<String> = Set(
        """
        万亿千百个年天周点分秒次位名人只条件张本辆台部家间套块元毛角米厘吨斤克升岁倍种场把杯瓶碗
        盒袋包箱双对副份篇首句字页架艘颗粒棵朵头匹座栋幢所项样门道轮局盘节组队批群段片幅根支枝枚
        滴口步遍趟回顿阵番国省市县州校者方端侧边面度册集股车毫平立公英美欧港韩里亩顷码磅刻室厅胜
        大会地岸款封通笔堆串排扇顶圈桶罐盆壶针剂
        """.map(String.init).filter { $0 != "\n" })

    /// Counters of which the first part alone is none.
    static let longer: Set<String> = [
        "小时", "星期", "礼拜", "摄氏度", "华氏度", "日元", "加仑", "加元", "海里", "卢布", "澳元",
        "夜", "昼夜", "千克", "兆", "人民币", "瑞郎", "新元", "泰铢", "卢比",
    ]

    /// What looks like them, but is the second of its kind: 2年级.
    static let ordinals: Set<String> = [
        "年级", "年制", "分之", "次方", "次元", "次函数", "元一次", "元二次", "人转", "车间", "大队",
        "方面军",
    ]
}
