extension SiteTemplates {
    /// One page of one view of the list: complete without a script, searched at once with one.
    static let index = #"""
        {{<layout}}
        {{$head}}{{/head}}
        {{$main}}
        <h1>{{heading}}</h1>
        <p class="lead">依据《中华人民共和国安全生产法》《安全生产严重失信主体名单管理办法》（应急管理部令第11号）公示。本页更新于<time datetime="{{generated_at}}">{{generated_text}}</time>。</p>
        <form id="search" class="search" role="search" hidden>
        <div class="field field-wide">
        <label for="query">名称、统一社会信用代码或决定文号</label>
        <input id="query" type="search" autocomplete="off" spellcheck="false">
        </div>
        <div class="field">
        <label for="by-list-code">名单</label>
        <select id="by-list-code">
        <option value="">全部名单</option>
        {{#list_options}}<option value="{{code}}">{{title}}</option>{{/list_options}}
        </select>
        </div>
        <div class="field">
        <label for="by-unit-code">报送单位</label>
        <select id="by-unit-code">
        <option value="">全部单位</option>
        {{#unit_options}}<option value="{{code}}">{{title}}</option>{{/unit_options}}
        </select>
        </div>
        <button type="reset">清除</button>
        </form>
        <nav class="views" aria-label="按名单和报送单位查看">
        <div class="views-row"><span class="views-label" id="by-list">名单</span>
        <ul aria-labelledby="by-list">
        {{#list_views}}
        <li><a href="{{page}}"{{#is_current}} aria-current="true"{{/is_current}}>{{title}}{{#tally}}<span class="count">{{tally}}</span>{{/tally}}</a></li>
        {{/list_views}}
        </ul></div>
        <div class="views-row"><span class="views-label" id="by-unit">报送单位</span>
        <ul aria-labelledby="by-unit">
        {{#unit_views}}
        <li><a href="{{page}}"{{#is_current}} aria-current="true"{{/is_current}}>{{title}}{{#tally}}<span class="count">{{tally}}</span>{{/tally}}</a></li>
        {{/unit_views}}
        </ul></div>
        </nav>
        <p id="found" class="found" role="status">{{#is_first}}共 {{count}} 条{{#has_pages}}，本页为最新列入的 {{shown}} 条，全部信息见下方按列入日期的分页{{/has_pages}}{{/is_first}}{{^is_first}}{{period}}列入的信息，本页 {{shown}} 条{{/is_first}}。</p>
        {{#is_empty}}
        <p class="empty">目前没有公示的信息。</p>
        {{/is_empty}}
        <table class="list" id="list" role="table"{{#is_empty}} hidden{{/is_empty}}>
        <caption class="unseen">{{heading}}</caption>
        <thead role="rowgroup">
        <tr role="row">
        <th role="columnheader" scope="col">名称</th>
        <th role="columnheader" scope="col">统一社会信用代码<br>或证件号码</th>
        <th role="columnheader" scope="col">名单</th>
        <th role="columnheader" scope="col">报送单位</th>
        <th role="columnheader" scope="col">列入日期</th>
        <th role="columnheader" scope="col">最后公示日</th>
        </tr>
        </thead>
        <tbody role="rowgroup" id="rows">
        {{{rows}}}
        </tbody>
        </table>
        {{#has_pages}}
        <nav class="pages" id="pages" aria-label="按列入日期查看">
        <ul class="steps">
        {{#previous}}<li><a href="{{.}}" rel="prev">较新的</a></li>{{/previous}}
        {{^is_first}}<li><a href="{{first_page}}">最新</a></li>{{/is_first}}
        {{#next}}<li><a href="{{.}}" rel="next">{{#is_first}}按列入日期逐页查看{{/is_first}}{{^is_first}}较早的{{/is_first}}</a></li>{{/next}}
        </ul>
        {{#has_years}}
        <div class="views">
        {{#years}}
        <div class="views-row"><span class="views-label">{{year}}</span>
        <ul aria-label="{{year}}">
        {{#months}}<li><a href="{{page}}">{{title}}<span class="count">{{tally}}</span></a></li>{{/months}}
        </ul></div>
        {{/years}}
        </div>
        {{/has_years}}
        </nav>
        {{/has_pages}}
        <template id="row"><tr role="row">
        <th role="rowheader" scope="row"><a data-field="name"></a></th>
        <td role="cell" class="code" data-label="代码" data-field="number"></td>
        <td role="cell" data-label="名单"><span data-field="list"></span></td>
        <td role="cell" data-label="报送单位" data-field="unit"></td>
        <td role="cell" class="date" data-label="列入日期" data-field="decided"></td>
        <td role="cell" class="date" data-label="最后公示日" data-field="last"></td>
        </tr></template>
        <template id="objection"><span class="tag tag-objection">异议处理中</span></template>
        {{/main}}
        {{/layout}}
        """#

    /// One entry's row, rendered once and used by every view that shows the entry.
    static let row = #"""
        <tr role="row">
        <th role="rowheader" scope="row"><a href="{{page}}">{{name}}</a>{{#is_objection_pending}} <span class="tag tag-objection">异议处理中</span>{{/is_objection_pending}}</th>
        <td role="cell" class="code" data-label="代码">{{number}}</td>
        <td role="cell" data-label="名单"><span class="tag tag-{{list_style}}">{{list_name}}</span></td>
        <td role="cell" data-label="报送单位">{{reporting_unit_name}}</td>
        <td role="cell" class="date" data-label="列入日期">{{#decided_on}}<time datetime="{{iso}}">{{text}}</time>{{/decided_on}}</td>
        <td role="cell" class="date" data-label="最后公示日">{{#last_day}}<time datetime="{{iso}}">{{text}}</time>{{/last_day}}{{^last_day}}待首次公示确认{{/last_day}}</td>
        </tr>
        """#
}
