extension SiteTemplates {
    /// One membership. The data block holds the entry itself, so that the page can be proven against its hash.
    static let entry = #"""
        {{<layout}}
        {{$head}}
        <meta name="entry-id" content="{{entry_id}}">
        <meta name="entry-version" content="{{version}}">
        <meta name="entry-sha256" content="{{sha256}}">
        {{/head}}
        {{$main}}
        <nav class="trail" aria-label="当前位置"><a href="{{root}}index.html">公示名单</a> <span aria-hidden="true">›</span> <a href="{{root}}{{list_page}}">{{list_name}}</a> <span aria-hidden="true">›</span> <span aria-current="page">{{name}}</span></nav>
        <article class="entry">
        <header class="entry-head">
        <p class="tags"><span class="tag tag-{{list_style}}">{{list_name}}</span> <span class="tag tag-plain">{{subject_kind}}</span>{{#is_objection_pending}} <span class="tag tag-objection">异议处理中</span>{{/is_objection_pending}}</p>
        <h1>{{name}}</h1>
        </header>
        <dl class="facts">
        <div><dt>列入日期</dt><dd>{{#decided_on}}<time datetime="{{iso}}">{{text}}</time>{{/decided_on}}</dd></div>
        <div><dt>公示日期</dt><dd>{{#published_on}}<time datetime="{{iso}}">{{text}}</time>{{/published_on}}{{^published_on}}待首次公示确认{{/published_on}}</dd></div>
        <div><dt>最后公示日</dt><dd>{{#last_day}}<time datetime="{{iso}}">{{text}}</time>{{/last_day}}{{^last_day}}自公示之日起满{{management_months}}个月{{/last_day}}</dd></div>
        <div><dt>可申请提前移出</dt><dd>{{#removal_from}}<time datetime="{{iso}}">{{text}}</time>起{{/removal_from}}</dd></div>
        </dl>
        {{#is_objection_pending}}
        <p class="notice" role="note">当事人已对本条信息提出异议，正在核实。核实期间本条信息继续公示，核实结果将在本页更新。</p>
        {{/is_objection_pending}}
        <section aria-labelledby="subject">
        <h2 id="subject">主体信息</h2>
        <dl class="rows">
        <div><dt>{{#is_person}}姓名{{/is_person}}{{^is_person}}名称{{/is_person}}</dt><dd>{{name}}</dd></div>
        {{#credit_code}}<div><dt>统一社会信用代码</dt><dd class="code">{{credit_code}}</dd></div>{{/credit_code}}
        {{#masked_number}}<div><dt>证件号码</dt><dd class="code">{{masked_number}}</dd></div>{{/masked_number}}
        {{#registered_address}}<div><dt>注册地址</dt><dd>{{registered_address}}</dd></div>{{/registered_address}}
        <div><dt>报送单位</dt><dd>{{reporting_unit_name}}</dd></div>
        </dl>
        </section>
        <section aria-labelledby="decision">
        <h2 id="decision">列入决定</h2>
        <dl class="rows">
        <div><dt>决定文号</dt><dd>{{decision_number}}</dd></div>
        <div><dt>决定机关</dt><dd>{{deciding_agency}}</dd></div>
        <div><dt>列入事由</dt><dd>{{ground_text}}<br><span class="quiet">（{{ground_clause}}）</span></dd></div>
        {{#basis}}<div><dt>认定依据</dt><dd>{{basis}}</dd></div>{{/basis}}
        <div><dt>管理期限</dt><dd>{{management_months}}个月，自公布之日起计算</dd></div>
        </dl>
        </section>
        {{#has_measures}}
        <section aria-labelledby="measures">
        <h2 id="measures">管理措施</h2>
        <ol class="measures">
        {{#measures}}
        <li>{{text}}</li>
        {{/measures}}
        </ol>
        </section>
        {{/has_measures}}
        <section aria-labelledby="rights">
        <h2 id="rights">权利与救济</h2>
        <dl class="rows">
        <div><dt>救济途径</dt><dd>{{remedies}}</dd></div>
        <div><dt>提出异议</dt><dd>认为本条信息有误的，当事人可以向{{deciding_agency}}提出异议并提供依据。<a href="{{root}}about.html#objection">怎样提出异议</a></dd></div>
        <div><dt>提前移出</dt><dd>{{#removal_from}}符合条件的，自<time datetime="{{iso}}">{{text}}</time>起可以申请提前移出。{{/removal_from}}<a href="{{root}}about.html#removal">条件与材料</a></dd></div>
        </dl>
        </section>
        <p class="proof quiet">条目编号 {{entry_id}}　版本 {{version}}</p>
        </article>
        <script type="application/json" id="entry">{{{json}}}</script>
        {{/main}}
        {{/layout}}
        """#
}
