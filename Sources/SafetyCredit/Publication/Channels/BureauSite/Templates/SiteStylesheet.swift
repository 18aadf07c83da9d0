extension SiteTemplates {
    /// The style of every page: screen, phone and print. Sizes are in rem, so that the large-text switch scales all.
    static let stylesheet = #"""
        :root { --ink: #1b2430; --quiet: #525c69; --line: #d5dbe3; --paper: #fff; --ground: #f3f5f8; --blue: #0b4a8f;
          --deep: #083767; --wash: #eaf1f9; --red: #a3191f; --red-wash: #fbecec; --amber: #7a4a00;
          --amber-wash: #fdf3dd; }
        html { font-size: 100%; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
        html:has(#large-text:checked) { font-size: 137.5%; }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground);
          color: var(--ink); line-height: 1.7; overflow-wrap: anywhere;
          font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
        [hidden] { display: none !important; }
        .wrap { max-width: 75rem; margin-inline: auto; padding-inline: 1.5rem; }
        a { color: var(--blue); text-underline-offset: .2em; }
        a:hover { color: var(--red); }
        :focus-visible { outline: .1875rem solid #f2a900; outline-offset: .125rem;
          box-shadow: 0 0 0 .125rem var(--ink); border-radius: .125rem; }
        main:focus { outline: none; }
        .skip { position: absolute; left: 1rem; top: -4rem; z-index: 2; background: var(--paper); padding: .5rem 1rem; }
        .skip:focus { top: .5rem; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap; }
        .quiet { color: var(--quiet); }

        .masthead { background: linear-gradient(100deg, var(--deep), var(--blue)); color: #fff;
          border-top: .3125rem solid #c8161d; }
        .masthead-row { display: flex; flex-wrap: wrap; gap: .75rem 2rem; align-items: center;
          justify-content: space-between; padding-block: 1.375rem; }
        .brand { color: #fff; text-decoration: none; display: block; }
        .brand:hover { color: #fff; text-decoration: underline; }
        .brand-agency { display: block; font-size: 1rem; letter-spacing: .12em; }
        .brand-title { display: block; font-size: 1.75rem; font-weight: 700; letter-spacing: .06em; line-height: 1.35; }
        .large-switch { position: relative; }
        .large-box { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
        .large-switch label { display: block; padding: .375rem 1rem; border: .0625rem solid #fff;
          border-radius: .25rem; color: #fff; }
        .large-box:checked + label { background: #fff; color: var(--deep); font-weight: 700; }
        .large-box:focus-visible + label { outline: .1875rem solid #f2a900; outline-offset: .1875rem; }
        .menu { background: var(--deep); }
        .menu ul { display: flex; flex-wrap: wrap; list-style: none; margin-block: 0; }
        .menu li { margin-left: -1.25rem; margin-right: 1.25rem; }
        .menu a { display: block; padding: .625rem 1.25rem; color: #fff; text-decoration: none;
          border-bottom: .1875rem solid transparent; }
        .menu a:hover { background: var(--blue); text-decoration: underline; }
        .menu a[aria-current] { border-bottom-color: #f2c14e; font-weight: 700; }

        main { flex: 1; width: 100%; padding-block: 1.75rem 3rem; }
        h1 { font-size: 1.75rem; line-height: 1.4; margin: 0 0 .5rem; color: var(--deep); }
        h2 { font-size: 1.1875rem; line-height: 1.4; margin: 0 0 .75rem; padding-left: .75rem;
          border-left: .25rem solid var(--red); color: var(--deep); }
        .lead { margin: 0 0 1.25rem; color: var(--quiet); }
        .tag { display: inline-block; padding: 0 .5rem; border-radius: .1875rem; font-size: .875rem; line-height: 1.7;
          font-weight: 500; }
        .tag-serious { background: var(--red-wash); color: var(--red); box-shadow: inset 0 0 0 .0625rem #e2b6b8; }
        .tag-penalised { background: var(--wash); color: var(--deep); box-shadow: inset 0 0 0 .0625rem #b5cbe4; }
        .tag-objection { background: var(--amber-wash); color: var(--amber); box-shadow: inset 0 0 0 .0625rem #e3c890; }
        .tag-plain { background: #eceff3; color: #3a4452; }

        .views { background: var(--paper); border: .0625rem solid var(--line); border-radius: .375rem;
          padding: .75rem 1.25rem; margin-bottom: 1rem; }
        .views-row { display: flex; gap: 1rem; padding-block: .25rem; }
        .views-row + .views-row { border-top: .0625rem solid #e8ecf1; }
        .views-label { flex: 0 0 4.5rem; padding-block: .25rem; color: var(--quiet); }
        .views ul { display: flex; flex-wrap: wrap; gap: .25rem .5rem; list-style: none; margin: 0; padding: 0; }
        .views a { display: inline-block; padding: .25rem .75rem; border-radius: .25rem; text-decoration: none; }
        .views a:hover { background: var(--wash); color: var(--deep); text-decoration: underline; }
        .views a[aria-current] { background: var(--blue); color: #fff; }
        .count { margin-left: .375rem; font-size: .875rem; font-variant-numeric: tabular-nums; }
        .search { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin-bottom: 1rem; }
        .field { flex: 1 1 11rem; min-width: 0; }
        .field-wide { flex: 3 1 20rem; }
        .field label { display: block; font-size: .9375rem; margin-bottom: .25rem; }
        input[type=search], select { width: 100%; height: 2.75rem; padding: 0 .75rem; font: inherit; color: inherit;
          background: var(--paper); border: .0625rem solid #7b8694; border-radius: .25rem; }
        .search button { height: 2.75rem; padding: 0 1.25rem; font: inherit; color: var(--blue);
          background: var(--paper); border: .0625rem solid var(--blue); border-radius: .25rem; cursor: pointer; }
        .search button:hover { background: var(--wash); }
        .found { margin: 0 0 .5rem; color: var(--quiet); }
        .empty { background: var(--paper); border: .0625rem solid var(--line); border-radius: .375rem; padding: 2rem;
          text-align: center; }

        .list { width: 100%; border-collapse: collapse; background: var(--paper); border: .0625rem solid var(--line); }
        .list th, .list td { padding: .6875rem .875rem; text-align: left; vertical-align: top;
          border-bottom: .0625rem solid #e4e8ee; }
        .list thead th { background: var(--wash); color: var(--deep); font-size: .9375rem; line-height: 1.4;
          vertical-align: bottom; border-bottom: .125rem solid var(--blue); }
        .list tbody th { font-weight: 500; min-width: 8rem; }
        .list tbody tr:hover { background: #f7fafd; }
        .code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .9375rem;
          font-variant-numeric: tabular-nums; }
        .date { font-variant-numeric: tabular-nums; }
        @media (min-width: 56rem) {
          html:not(:has(#large-text:checked)) .list .date { white-space: nowrap; }
        }
        @media (min-width: 75rem) {
          html:not(:has(#large-text:checked)) .list :is(thead th, .code) { white-space: nowrap; }
          .list tbody th { min-width: 14rem; }
        }
        .steps { display: flex; flex-wrap: wrap; gap: .375rem; justify-content: center; list-style: none;
          padding: 0; margin: 1.5rem 0 0; }
        .steps a { display: block; padding: .375rem .75rem; background: var(--paper); border: .0625rem solid var(--line); border-radius: .25rem;
          text-decoration: none; }
        .pages .views { margin-top: 1rem; }

        .trail { margin-bottom: 1rem; color: var(--quiet); font-size: .9375rem; }
        .entry { background: var(--paper); border: .0625rem solid var(--line); border-top: .25rem solid var(--blue);
          border-radius: .375rem; padding: 1.75rem 2rem; }
        .entry section { margin-top: 2rem; }
        .tags { margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: .375rem; }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1px;
          margin: 1.25rem 0 0; background: var(--line); border: .0625rem solid var(--line); }
        .facts div { background: #f9fbfd; padding: .75rem 1rem; }
        .facts dt { color: var(--quiet); font-size: .9375rem; }
        .facts dd { margin: 0; font-size: 1.125rem; font-weight: 700; font-variant-numeric: tabular-nums; }
        .notice { margin: 1.25rem 0 0; padding: .75rem 1rem; background: var(--amber-wash); color: #553400;
          border-left: .25rem solid #b97a00; }
        .rows { margin: 0; }
        .rows div { display: grid; grid-template-columns: 10rem 1fr; gap: 1rem; padding: .625rem 0;
          border-bottom: .0625rem solid #e4e8ee; }
        .rows div:last-child { border-bottom: 0; }
        .rows dt { color: var(--quiet); }
        .rows dd { margin: 0; }
        .measures { margin: 0; padding-left: 2rem; }
        .measures li { padding: .25rem 0; }
        .proof { margin: 2rem 0 0; font-size: .875rem; }
        .prose { background: var(--paper); border: .0625rem solid var(--line); border-radius: .375rem;
          padding: .5rem 2rem 2rem; }
        .prose section { margin-top: 1.75rem; }
        .prose p, .prose li { max-width: 46rem; }
        .contents ul { display: flex; flex-wrap: wrap; gap: .375rem 1.5rem; list-style: none; margin: 0 0 1.25rem;
          padding: 0; }
        .footer { background: #e3e8ee; color: #3a4452; font-size: .9375rem; border-top: .0625rem solid var(--line);
          padding-block: 1.25rem; }
        .footer p { margin: .25rem 0; }
        .footer a { margin-right: 1.25rem; color: var(--deep); }

        @media (max-width: 47.99rem) {
          .wrap { padding-inline: 1rem; }
          .brand-title { font-size: 1.375rem; letter-spacing: .03em; }
          .masthead-row { padding-block: 1rem; }
          .menu a { padding-inline: .75rem; }
          .menu li { margin-inline: -.75rem .75rem; }
          h1 { font-size: 1.375rem; }
          .views { padding-inline: 1rem; }
          .views-row { flex-direction: column; gap: 0; padding-block: .5rem; }
          .views-label { flex: none; }
          .views ul { margin-left: -.75rem; gap: 0; }
          .list, .list tbody, .list tr, .list th, .list td { display: block; border: 0; }
          .list { background: none; }
          .list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .list tbody tr { background: var(--paper); border: .0625rem solid var(--line);
            border-left: .25rem solid var(--blue); border-radius: .25rem; padding: .75rem 1rem; margin-bottom: .75rem; }
          .list tbody th { padding: 0 0 .375rem; font-size: 1.0625rem; min-width: 0; }
          .list tbody td { display: grid; grid-template-columns: 6rem 1fr; gap: .5rem; justify-items: start;
            padding: .125rem 0; }
          .list tbody td::before { content: attr(data-label); color: var(--quiet);
            font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
          .entry { padding: 1.25rem 1rem; }
          .prose { padding: 0 1rem 1.5rem; }
          .rows div { grid-template-columns: 1fr; gap: 0; }
          .facts { grid-template-columns: 1fr 1fr; }
          .facts dd { font-size: 1rem; }
        }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
        @media print {
          @page { size: A4; margin: 18mm 16mm; }
          html { font-size: 10.5pt !important; }
          body, .masthead, .footer, .entry, .prose, .list { background: #fff; color: #000; }
          .masthead { border-top: 0; border-bottom: 1.5pt solid #000; }
          .brand, .brand-agency, .brand-title { color: #000; }
          .menu, .large-switch, .views, .search, .pages, .trail, .contents, .skip, .no-print, .found { display: none !important; }
          .entry, .prose { border: 0; padding: 0; }
          body { display: block; }
          .wrap { max-width: none; padding: 0; }
          main { padding-top: 6mm; }
          .rows div, .facts div, .list tr { break-inside: avoid; }
          h2 { break-after: avoid; }
          thead { display: table-header-group; }
          a { color: inherit; text-decoration: none; }
        }
        """#
}
