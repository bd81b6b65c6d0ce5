/// Words of official language that a title, a heading or a label of a table does not part. Small on purpose: body text
/// breaks anywhere, and a name that is not here is parted only where the words around it leave no better place.
enum Lexicon {
    /// For each character whether a break before it would be inside a word: the text is cut into the fewest words
    /// possible, longer ones first where there is a choice.
    static func insideWords(_ text: [Unicode.Scalar]) -> [Bool] {
        let count = text.count
        // The least number of pieces to the end of the text from each place, and the length of the first one.
        var pieces = [Int](repeating: 0, count: count + 1)
        var lengths = [Int](repeating: 1, count: count + 1)
        for start in (0..<count).reversed() {
            pieces[start] = pieces[start + 1] + 1
            for word in words[text[start]] ?? [] where start + word.count <= count {
                guard pieces[start + word.count] + 1 <= pieces[start],
                    word.indices.allSatisfy({ text[start + $0] == word[$0] })
                else { continue }
                pieces[start] = pieces[start + word.count] + 1
                lengths[start] = word.count
            }
        }
        var inside = [Bool](repeating: true, count: count)
        var start = 0
        while start < count {
            inside[start] = false
            start += lengths[start]
        }
        return inside
    }

    /// By their first character, shorter ones first.
    private static let words: [Unicode.Scalar: [[Unicode.Scalar]]] = {
        let list = """
            政府 信息 公开 工作 年度 报告 人民 人民政府 办公室 办公厅 委员会 街道 街道办事处 办事处 管理 管理局 管理委员会 服务 中心 服务中心 \
            自治 自治区 自治州 自治县 开发区 新区 高新区 经济 技术 改革 发展 教育 体育 科技 科学 工业 信息化 公安 民政 司法 财政 人力 资源 \
            社会 保障 自然 规划 生态 环境 住房 城乡 建设 交通 运输 水利 农业 农村 商务 文化 旅游 卫生 健康 退役 军人 事务 应急 审计 市场 监督 \
            统计 医疗 医保 行政 审批 执法 综合 城市 税务 气象 地震 档案 信访 机关 \
            总体 情况 主动 收到 处理 申请 复议 诉讼 存在 主要 问题 改进 其他 需要 事项 依申请 平台 监督 保障 组织 领导 制度 政策 解读 回应 关切 \
            数据 渠道 网站 新媒体 政务 门户 审查 备案 考核 评议 责任 追究 结果 培训 队伍 机制 \
            申请人 自然人 法人 商业 企业 科研 机构 公益 法律 总计 合计 维持 纠正 尚未 审结 经复议 直接 起诉 未经 复议后 规章 规范性 文件 \
            数量 件数 制发 废止 现行 有效 许可 处罚 强制 事业性 收费 金额 单位 万元 内容 决定 制作 项目 采购 集中 对外 \
            予以 部分 区分 情形 不予 属于 国家 秘密 法规 禁止 危及 安全 稳定 保护 第三方 合法 权益 三类 内部 四类 过程性 案卷 查询 无法 提供 \
            掌握 相关 没有 现成 另行 补正 仍不 明确 投诉 举报 重复 要求 出版物 正当 理由 大量 反复 确认 重新 出具 获取 逾期 按 通知 缴纳 费用 \
            不再 结转 下年度 上年 本年 本年度 新收 继续 办理 第一项 第二项 第三项 第四项 之和 等于 勾稽 关系 本列 加
            """
        let entries = list.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) }
        return Dictionary(grouping: entries.sorted { $0.count < $1.count }) { $0[0] }
    }()
}
