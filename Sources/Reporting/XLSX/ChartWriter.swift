internal import CXLSXWriter
import Portfolio

/// Adds native charts to a workbook.
struct ChartWriter {
    let book: UnsafeMutablePointer<lxw_workbook>
    let language: Language

    /// Adds a chart of cells of a sheet; nil where memory is out.
    func add(_ chart: WorksheetChart, of sheet: String) -> UnsafeMutablePointer<lxw_chart>? {
        guard let drawn = workbook_add_chart(book, UInt8(chart.kind.code.rawValue)) else { return nil }
        chart_title_set_name(drawn, chart.title.cellText)
        for series in chart.series {
            guard let target = chart_add_series(drawn, nil, nil) else { return nil }
            fill(target, series, of: chart, sheet: sheet)
        }
        setAxes(of: drawn, to: chart)
        setLegend(of: drawn, to: chart)
        return drawn
    }

    private func fill(
        _ target: UnsafeMutablePointer<lxw_chart_series>, _ series: WorksheetChart.Series,
        of chart: WorksheetChart, sheet: String
    ) {
        let (first, last) = (UInt32(chart.rows.lowerBound), UInt32(chart.rows.upperBound))
        let (names, numbers) = (UInt16(chart.categories), UInt16(series.column))
        chart_series_set_categories(target, sheet, first, names, last, names)
        chart_series_set_values(target, sheet, first, numbers, last, numbers)
        chart_series_set_name(target, series.name.cellText)
        var fill = lxw_chart_fill()
        if let color = series.color { fill.color = color } else { fill.none = 1 }
        chart_series_set_fill(target, &fill)
    }

    private func setAxes(of drawn: UnsafeMutablePointer<lxw_chart>, to chart: WorksheetChart) {
        let isLying = chart.kind == .stackedBars
        let (across, up) = (drawn.pointee.x_axis, drawn.pointee.y_axis)
        let (categories, values) = isLying ? (up, across) : (across, up)
        if let code = chart.form.code(in: language) { chart_axis_set_num_format(values, code) }
        if let least = chart.least { chart_axis_set_min(values, least) }
        if isLying { chart_axis_set_reverse(categories) }
    }

    /// A series that only takes room is not in the legend; one series alone needs none.
    private func setLegend(of drawn: UnsafeMutablePointer<lxw_chart>, to chart: WorksheetChart) {
        let shown = chart.series.count { $0.color != nil }
        let position = shown > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
        chart_legend_set_position(drawn, UInt8(position.rawValue))
        var hidden = chart.series.indices.filter { chart.series[$0].color == nil }.map(Int16.init)
        guard shown > 1, !hidden.isEmpty else { return }
        hidden.append(-1)
        chart_legend_delete_series(drawn, &hidden)
    }
}

extension WorksheetChart.Kind {
    fileprivate var code: lxw_chart_type {
        switch self {
        case .columns: LXW_CHART_COLUMN
        case .stackedColumns: LXW_CHART_COLUMN_STACKED
        case .stackedBars: LXW_CHART_BAR_STACKED
        }
    }
}
