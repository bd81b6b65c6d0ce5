import ReportForms
import ReportModel
import Testing

@testable import ReportForms

@Suite("Parts of a sum in a sentence")
struct PartsTests {
    private func findings(_ paragraph: String) throws -> [Diagnostic] {
        FullReport(form: "2021").report(paragraph: paragraph).findings(by: try FormsInForce.form("2021"))
            .filter { $0.id == "narrative.parts-do-not-add-up" }
    }

    @Test(
        "They do not add up",
        arguments: [
            (
                "全镇各平台累计发布政务信息2712余条，其中镇政府网站1096余条，微信公众平台520余条，今日头条160余条。",
                "1096 + 520 + 160 = 1776，总数为 2712，相差 936"
            ),
            ("共累计发布信息2712余条。网站1096余条，微信520余条，今日头条发布160余条。", "1096 + 520 + 160 = 1776，总数为 2712，相差 936"),
            ("全年共公开信息100条，其中网站60条，微信30条。", "60 + 30 = 90，总数为 100，相差 10"),
            ("全年公开信息100条，其中：网站60条、微信50条。", "60 + 50 = 110，总数为 100，相差 10"),
            ("全年公开信息100条，其中网站160条。", "160 = 160，总数为 100，相差 60"),
            ("收到申请１０件，其中自然人申请６件，企业申请３件。", "6 + 3 = 9，总数为 10，相差 1"),
            ("合计召开会议十二次，其中专题会议六次，调度会议五次。", "6 + 5 = 11，总数为 12，相差 1"),
            ("共公开信息1.2万条，其中网站1,096条，微信公众号15,000条。", "1096 + 15000 = 16096，总数为 12000，相差 4096"),
            ("共公开信息100条（同比增加5条），其中网站60条（含转载10条），微信30条。", "60 + 30 = 90，总数为 100，相差 10"),
        ])
    func wrong(sentence: String, sum: String) throws {
        let findings = try findings(sentence)
        #expect(findings.count == 1)
        #expect(findings.first?.message.zh == "句中各部分之和与总数不符：\(sum)：“\(sentence)”")
        #expect(findings.first?.severity == .warning)
    }

    @Test(
        "They add up, may add up, or do not claim to be all",
        arguments: [
            "全年共公开信息100条，其中网站60条，微信40条。", "全年共公开信息1,100条，其中网站1000条，微信100条。",
            // 余 and 约 leave room.
            "全年共公开信息100余条，其中网站60余条，微信30余条。", "全年共公开信息约100条，其中网站60条，微信42条。",
            "共公开信息1.2万条，其中网站8000条，微信3960条。",
            // Examples out of many.
            "全年公开信息500条，其中政策解读20条，财政信息30条。", "共公开信息100条，主要是网站60条，微信30条。",
            "全年公开信息100条，其中网站60条，微信30条等。", "全年公开信息100条，其中网站60条。", "公开信息100条，网站、微信各30条。",
            // Other things counted.
            "全年共公开信息100条，召开会议60次，培训30人次。", "共公开信息100条，较上年增加60条，同比增长30条。",
            "公共服务事项100项，网站60项，微信30项。", "共同推进工作100项，完成60项，推进30项。",
            "全年共公开信息100条。召开会议3次，公开解读60条，发布图片30条。", "共公开信息100条，共答复留言60条，共更新栏目30条。",
            "共公开信息100条，一条不漏，一条不错。", "第100条规定，第60条、第30条。",
        ])
    func right(sentence: String) throws { #expect(try findings(sentence) == []) }

    @Test(
        "Numbers as they are written",
        arguments: [
            ("十二", "12", 2), ("二〇二二", "2022", 4), ("一千零九十六", "1096", 6), ("两万三千", "23000", 4),
            ("三十", "30", 2),
            ("1,234", "1234", 5), ("12.5", "12.5", 4), ("3万", "30000", 2), ("1.2万", "12000", 4),
            ("12.5万元", "12.5", 4),
            ("20余", "20", 3), ("10余万", "100000", 4), ("2，5", "2", 1), ("零", "0", 1),
        ])
    func numbers(text: String, value: String, length: Int) throws {
        let number = try #require(WrittenNumber(in: Array(text.unicodeScalars), at: 0))
        #expect(number.value.text == value)
        #expect(number.range == 0..<length)
    }

    @Test("No numbers", arguments: ["万", "百", "件", "千万", "九九九九九九九九九九九", "12345678901234567890"])
    func noNumbers(text: String) { #expect(WrittenNumber(in: Array(text.unicodeScalars), at: 0) == nil) }
}
