/// The page's one style sheet: screen, phone, dark, print.
enum StyleSheet {
    /// What every printed page carries in its margins.
    struct Running {
        let title: String
        let digest: String
        let page: String
        let of: String
    }

    static func text(running: Running) -> String {
        colours + screen + tables + figures + narrow + print(running)
    }

    private static func variables(_ colour: (Ink) -> String) -> String {
        Ink.allCases.map { "--\($0):\(colour($0));" }.joined()
    }

    private static var colours: String {
        let classes = Ink.allCases.map { ".f-\($0){fill:var(--\($0))}.s-\($0){stroke:var(--\($0))}" }
        return """
            :root{color-scheme:light dark;\(variables(\.light))}
            @media screen and (prefers-color-scheme:dark){:root{\(variables(\.dark))}}
            \(classes.joined())

            """
    }

    private static let screen = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:66rem;background:var(--paper);color:var(--ink);\
        font:16px/1.55 "Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
        bdi,code{overflow-wrap:anywhere}
        h1,h2{font-family:Georgia,"Noto Serif","Liberation Serif","Times New Roman",serif;font-weight:600;line-height:1.2;text-wrap:balance}
        h1{font-size:clamp(1.6rem,4.5vw,2.3rem);margin:.2rem 0 .6rem}
        h2{font-size:1.45rem;margin:3.2rem 0 1rem;padding-top:.7rem;border-top:2px solid var(--ink)}
        p{margin:.6rem 0;max-width:44rem}
        small{font-size:.8125rem;color:var(--muted)}
        a{color:var(--accent)}
        code{font-family:"Cascadia Mono",Consolas,"Liberation Mono",monospace;font-size:.86em}
        .kicker{margin:0;color:var(--muted);font-size:.875rem;letter-spacing:.02em}
        .mark{border-left:4px solid var(--warn);padding:.35rem .8rem}
        .note{color:var(--muted);font-size:.875rem}
        .badge{font-size:.75rem;border:1px solid var(--accent);color:var(--accent);padding:0 .35rem;border-radius:2px;white-space:nowrap}
        .decision p{font-family:Georgia,"Noto Serif","Liberation Serif","Times New Roman",serif;font-size:1.15rem;line-height:1.5;margin:.7rem 0}
        nav ol{columns:2 18rem;column-gap:2rem;padding-left:1.4rem;margin:1.2rem 0 0;font-size:.9375rem}
        nav li{break-inside:avoid;padding:.1rem 0}
        footer{margin-top:3rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.875rem}
        ul.plain{list-style:none;margin:0;padding:0}
        ul.plain li+li{margin-top:.15rem}
        details{margin:1.2rem 0}
        summary{cursor:pointer;font-weight:600;padding:.4rem 0}
        details caption{display:none}
        :focus-visible{outline:2px solid var(--accent);outline-offset:2px}

        """

    private static let tables = """
        table{border-collapse:collapse;width:100%;margin:1.2rem 0 1.8rem;font-size:.875rem;line-height:1.4}
        caption{text-align:left;font-weight:600;font-size:1rem;padding:0 0 .5rem}
        th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);font-weight:400}
        th:first-child,td:first-child{padding-left:0}
        th:last-child,td:last-child{padding-right:0}
        thead th{border-bottom:1px solid var(--ink);font-size:.8125rem;color:var(--muted);vertical-align:bottom}
        tbody th{min-width:11rem}
        td:not([class]){min-width:8rem}
        @media screen and (max-width:62rem){th,td{padding-left:.35rem;padding-right:.35rem}tbody th{min-width:9rem}}
        @media screen and (min-width:62rem){td.b{white-space:nowrap}}
        .n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
        .n span{white-space:nowrap}
        .interval{white-space:nowrap}
        .d{width:24%;min-width:8rem}
        .total th,.total td{font-weight:600;border-top:1px solid var(--ink)}
        dl.facts{margin:1rem 0 1.6rem;font-size:.9375rem}
        dl.facts div{display:grid;grid-template-columns:minmax(10rem,18rem) 1fr;gap:.2rem 1rem;padding:.3rem 0;border-bottom:1px solid var(--rule)}
        dt{color:var(--muted)}
        dd{margin:0}

        """

    private static let figures = """
        svg{display:block;max-width:100%;font-family:"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
        svg text{unicode-bidi:isolate}
        .strip{overflow:visible}
        .chart{height:auto;width:100%;max-width:27rem}
        .charts{display:flex;flex-wrap:wrap;gap:1.5rem 2.5rem;margin:1.2rem 0;align-items:flex-start}
        .charts>*{flex:1 1 18rem;min-width:0}
        figure{margin:0}
        figcaption{font-weight:600;font-size:.9375rem;margin-bottom:.5rem}
        .wide{overflow-x:auto;margin:1rem 0}
        .wide .chart{max-width:none;min-width:44rem}
        dl.quantiles{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:.4rem 0;font-size:.875rem}

        """

    private static var narrow: String {
        let labels = (1...12).map { "td:nth-child(\($0))::before{content:var(--l\($0))}" }.joined()
        return """
            @media screen and (max-width:45rem){
            body{padding:1.25rem 1rem 3rem}
            table,tbody,th,td,caption{display:block}
            thead{display:none}
            tr{display:flex;flex-wrap:wrap;gap:.35rem .9rem;align-items:flex-end;border-bottom:1px solid var(--rule);padding:.7rem 0}
            th,td,.n{border:0;padding:0;text-align:left;flex:1 1 100%}
            tbody th{font-weight:600;min-width:0}
            .n,.b{flex:0 1 auto;min-width:3.7rem;max-width:9rem}
            td::before{display:block;color:var(--muted);font-size:.75rem;font-weight:400;line-height:1.25}
            .d{width:auto}
            td.d::before{display:none}
            td:empty{display:none}
            .total th,.total td{border-top:0}
            dl.facts div{grid-template-columns:1fr}
            \(labels)
            }

            """
    }

    private static func print(_ running: Running) -> String {
        let small = "font:8pt \"Liberation Sans\",Arial,sans-serif;color:#545d66"
        return """
            @page{margin:20mm 16mm 18mm;\
            @top-left{content:\(quoted(running.title));\(small)}\
            @bottom-left{content:\(quoted("Selaras · \(running.digest)"));\(small)}\
            @bottom-right{content:\(quoted(running.page)) counter(page) \(quoted(running.of)) counter(pages);\(small)}}
            @media print{
            html{font-size:9.5pt}
            body{max-width:none;padding:0;font-size:1rem}
            h1{font-size:20pt}
            h2{font-size:14pt;margin-top:9mm;break-after:avoid}
            p{max-width:none}
            .note{break-after:avoid}
            .charts{display:block}
            .charts figure{display:inline-block;width:46%;margin:0 3% 5mm 0;vertical-align:top}
            details::details-content{content-visibility:visible;height:auto}
            thead{display:table-header-group}
            tr,figure,.decision{break-inside:avoid}
            caption,figcaption{break-after:avoid}
            nav{display:none}
            .wide{overflow:visible}
            .wide .chart{min-width:0}
            .chart{max-width:100%}
            tbody th{min-width:4rem}
            a{color:inherit;text-decoration:none}
            }
            """
    }

    /// A CSS string in which nothing but letters and digits stands for itself, so that no name can end the style sheet.
    static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            let isPlain =
                ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
            return isPlain ? String(scalar) : "\\\(String(max(1, scalar.value), radix: 16)) "
        }
        return "\"" + escaped.joined() + "\""
    }
}
