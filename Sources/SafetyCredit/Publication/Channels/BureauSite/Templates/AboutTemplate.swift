extension SiteTemplates {
    /// How to read the list, object, apply for early removal, and whom to ask.
    static let about = #"""
        {{<layout}}
        {{$head}}{{/head}}
        {{$main}}
        <h1>异议与移出指南</h1>
        <nav class="contents" aria-label="本页内容"><ul>
        <li><a href="#lists">公示哪些名单</a></li><li><a href="#objection">怎样提出异议</a></li><li><a href="#removal">怎样申请提前移出</a></li><li><a href="#expiry">到期移出</a></li><li><a href="#remedies">复议与诉讼</a></li><li><a href="#privacy">个人信息</a></li><li><a href="#contact">联系方式</a></li>
        </ul></nav>
        <div class="prose">
        <section aria-labelledby="lists"><h2 id="lists">公示哪些名单</h2>
        <p>本站公示“被行政处理”和“严重失信主体名单”两类信用主体，以及严重失信主体名单中的相关责任人员。管理期限最长为3年，自公布之日起计算；每条信息都写明最后公示日，该日24时后不再公示。</p>
        </section>
        <section aria-labelledby="objection"><h2 id="objection">怎样提出异议</h2>
        <p>当事人认为公示的信息与事实不符的，可以向作出列入决定的机关提出异议，并提供依据。</p>
        <ol>
        <li>写明条目编号、有异议的内容和理由，附营业执照或者本人证件以及证明材料。</li>
        <li>向该条信息“决定机关”的窗口当面递交或者邮寄。</li>
        <li>机关自受理之日起{{objection_days}}个工作日内调查、核实，出具书面意见，对信息作出变更、删除或者继续保留的决定，并答复申请人。</li>
        </ol>
        <p>核实期间信息继续公示，并标明“异议处理中”。</p>
        </section>
        <section aria-labelledby="removal"><h2 id="removal">怎样申请提前移出</h2>
        <p>自列入之日起满12个月的，可以向作出列入决定的机关申请提前移出。每条信息都写明可以申请的第一天。</p>
        <p>列入严重失信主体名单的，须同时符合以下条件：</p>
        <ol>
        <li>已经履行行政处罚决定规定的义务；</li>
        <li>已经主动消除危害后果或者不良影响；</li>
        <li>没有再发生应当列入名单的行为；</li>
        <li>不在法定的职业禁入或者行业禁入期限内。</li>
        </ol>
        <p>申请时提交申请书、守信承诺书和履行义务的证明材料。{{#acceptance_days}}机关自收到申请之日起{{acceptance_days}}个工作日内决定是否受理。{{/acceptance_days}}{{#decision_days}}自受理之日起{{decision_days}}个工作日内作出决定。{{/decision_days}}不予移出的，书面说明理由。</p>
        </section>
        <section aria-labelledby="expiry"><h2 id="expiry">到期移出</h2>
        <p>管理期限届满的，由作出决定的机关移出名单，停止公示，解除管理措施，无须申请。</p>
        </section>
        <section aria-labelledby="remedies"><h2 id="remedies">复议与诉讼</h2>
        <p>对列入决定或者不予提前移出的决定不服的，可以依法申请行政复议或者提起行政诉讼。期限和受理机关见该条信息的“救济途径”。</p>
        </section>
        <section aria-labelledby="privacy"><h2 id="privacy">个人信息</h2>
        <p>对自然人只公示姓名和隐去出生日期的证件号码，不公示住址和电话。停止公示后，本站不再展示其姓名。</p>
        </section>
        <section aria-labelledby="contact"><h2 id="contact">联系方式</h2>
        {{#has_contacts}}
        <dl class="rows">
        {{#contacts}}
        <div><dt>{{unit}}</dt><dd>电话：{{phone}}<br>地址：{{address}}</dd></div>
        {{/contacts}}
        </dl>
        {{/has_contacts}}
        {{^has_contacts}}
        <p>请联系{{agency_name}}。</p>
        {{/has_contacts}}
        </section>
        </div>
        {{/main}}
        {{/layout}}
        """#
}
