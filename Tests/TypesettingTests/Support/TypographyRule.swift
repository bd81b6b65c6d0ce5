/// The rules of setting Chinese that the case files prove, each under its name there. Sources: 要求 = clreq
/// (中文排版需求), 15834 = GB/T 15834-2011 标点符号用法, 9704 = GB/T 9704-2012; the rest is the custom of official
/// documents.
enum TypographyRule: String, CaseIterable {
    // Edges of lines: 要求 3.1.4, 15834 5.1.
    case lineStart = "行首禁则"
    case lineEnd = "行末禁则"
    case prohibitionLevel = "禁则级别"
    case closingMarksInARow = "后标点相连"
    case dash = "破折号"
    case ellipsis = "省略号"
    case connector = "连接号"
    case interpunct = "间隔号"
    case solidus = "分隔号"

    // Widths of marks: 要求 3.1.6, 15834 5.1.10 and 5.1.11.
    case adjacentMarks = "相邻标点"
    case adjacentMarksAcrossFaces = "相邻标点跨字体"
    case markAtLineEnd = "行末标点"
    case bracketAtLineStart = "行首前括号"
    case punctuationStyle = "标点式样"
    case hangingMarks = "悬挂标点"

    // Filling the measure: 要求 3.1.10, 9704 5.2.3.
    case grid = "字格"
    case squeezeFirst = "先挤后拉"
    case orderOfSqueeze = "挤压次序"
    case orderOfStretch = "拉伸次序"
    case naturalLastLine = "末行自然"

    // What is read as one: 要求 3.1.5, the custom 数字、年份不能回行.
    case number = "数字"
    case prefixAndSuffix = "数的前后缀"
    case range = "数的起止"
    case counted = "数与量词"
    case approximation = "概数"
    case date = "日期"
    case time = "时刻"
    case telephone = "电话号码"
    case documentNumber = "发文字号"
    case article = "条款项"

    // Han with Latin: 要求 3.2.
    case hanLatinGap = "汉西间距"
    case latinWord = "西文词"
    case longWord = "长词"
    case webAddress = "网址"

    // Paragraphs: 要求 3.1.9, 9704 7.3.3.
    case indent = "首行缩进"
    case lonelyCharacter = "孤字"
    case lineLess = "减一行"
    case lineMore = "加一行"
    case list = "列表"
    case alignment = "齐法"

    // Marked text: 要求 3.3.
    case emphasisByFace = "强调字体"
    case emphasisDots = "着重号"
    case raisedAndLowered = "上下标"
    case noteReference = "脚注号"

    // Titles and headings: 9704 7.3.1.
    case titleShape = "标题形状"
    case titleSense = "标题词意"
    case titleBreaks = "标题指定换行"
    case balancedHeading = "小标题匀称"
}
