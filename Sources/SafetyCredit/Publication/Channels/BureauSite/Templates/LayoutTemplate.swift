extension SiteTemplates {
    /// The frame of every page; `root` is the way back to the site's first folder.
    static let layout = #"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="{{robots}}">
        <meta name="color-scheme" content="light">
        {{$head}}{{/head}}
        <title>{{page_title}} - {{site_title}} - {{agency_name}}</title>
        <link rel="icon" type="image/svg+xml" href="{{root}}site.svg">
        <link rel="stylesheet" href="{{root}}site.css?v={{revision}}">
        <script src="{{root}}site.js?v={{revision}}" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">跳到主要内容</a>
        <header class="masthead">
        <div class="wrap masthead-row">
        <a class="brand" href="{{root}}index.html">
        <span class="brand-agency">{{agency_name}}</span>
        <span class="brand-title">{{site_title}}</span>
        </a>
        <div class="large-switch">
        <input type="checkbox" id="large-text" class="large-box">
        <label for="large-text">大字版</label>
        </div>
        </div>
        <nav class="menu" aria-label="主导航">
        <ul class="wrap">
        <li><a href="{{root}}index.html"{{#is_index}} aria-current="page"{{/is_index}}>公示名单</a></li>
        <li><a href="{{root}}about.html"{{#is_about}} aria-current="page"{{/is_about}}>异议与移出指南</a></li>
        <li><a href="{{root}}list.csv" download>下载名单</a></li>
        </ul>
        </nav>
        </header>
        <main id="main" class="wrap" tabindex="-1">
        {{$main}}{{/main}}
        </main>
        <footer class="footer">
        <div class="wrap">
        <p>主办单位：{{agency_name}}</p>
        <p>公示信息以本页为准。到期、移出、撤销的信息不再展示；任何单位和个人不得继续使用已停止公示的信息。</p>
        <p class="no-print"><a href="{{root}}list.json">名单数据（JSON）</a> <a href="{{root}}list.csv" download>名单数据（CSV）</a> <a href="{{root}}changes.json">变更记录（JSON）</a></p>
        </div>
        </footer>
        </body>
        </html>
        """#
}
