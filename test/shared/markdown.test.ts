import assert from "node:assert/strict";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { code, codeBlock, joinMarkdown, Markdown, md, table } from "../../shared/src/markdown.ts";
import { oneLine } from "../../shared/src/plainText.ts";

/** As VS Code renders Markdown: pages with the one, hovers and tooltips with the other. */
const preview = new MarkdownIt({ html: true, linkify: true });
preview.linkify.set({ fuzzyLink: false });
const renderers: Readonly<Record<string, (text: string) => string>> = {
  "a page": (text) => preview.render(text),
  "a hover": (text) => marked.parse(text, { async: false, gfm: true, breaks: false }),
};

/** What of HTML can be seen. */
const seen = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(
      /&(lt|gt|amp|quot|#39);/g,
      (_, name: string) => ({ lt: "<", gt: ">", amp: "&", quot: '"' })[name] ?? "'",
    );

const squeezed = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const tricks = [
  "[press](command:workbench.action.quit)",
  "![x](https://evil.example/pixel)",
  "<img src=https://evil.example/>",
  "<script>alert(1)</script>",
  "https://evil.example/path?a=b",
  "www.evil.example",
  "//evil.example",
  "mailto:a@evil.example a@evil.example",
  "<https://evil.example>",
  "[x]: https://evil.example",
  "[x][y]",
  "# heading",
  "- item",
  "+ item",
  "1. item",
  "1) item",
  "===",
  "---",
  "| a | b |",
  "`code`",
  "``` fence",
  "~~~ fence",
  "**bold** _it_ ~~gone~~",
  "> quote",
  "&lt;b&gt; &amp; &#60;",
  "a\\*b",
  "    indented",
  "a\n\n# next",
  "a  \nb",
  "\u202ecod.exe",
  "a\u0000b\u001b[31mc",
  "${x} $(trash)",
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...tricks), fc.string({ unit: "grapheme", maxLength: 8 })), {
    maxLength: 5,
  })
  .map((parts) => parts.join(""));

const settings = { seed: 12, numRuns: 2000 };

describe("Strangers' text in Markdown", () => {
  for (const [where, render] of Object.entries(renderers)) {
    const isOnlyText = (built: Markdown, value: string, tags: RegExp): void => {
      const html = render(built.text);
      assert.deepEqual(
        html.replaceAll(tags, "").match(/<[^>]*>/g),
        null,
        `${JSON.stringify(value)}: ${html}`,
      );
      assert.equal(squeezed(seen(html)), squeezed(oneLine(value)), html);
    };

    it(`is nothing but text in ${where}, at the beginning of a line too`, () => {
      for (const trick of tricks) isOnlyText(md`${trick}`, trick, /<\/?p>/g);
      fc.assert(
        fc.property(text, (value) => isOnlyText(md`${value}`, value, /<\/?p>/g)),
        settings,
      );
    });

    it(`is nothing but text in bold words of ${where}`, () => {
      fc.assert(
        fc.property(text, (value) => {
          const html = render(md`x **a${value}b** y`.text);
          assert.equal(squeezed(seen(html)), squeezed(`x a${oneLine(value)}b y`), html);
        }),
        settings,
      );
    });

    it(`is nothing but text in code of ${where}`, () => {
      for (const trick of tricks) isOnlyText(md`${code(trick)}`, trick, /<\/?(?:p|code)>/g);
      fc.assert(
        fc.property(text, (value) => isOnlyText(code(value), value, /<\/?(?:p|code)>/g)),
        settings,
      );
    });

    it(`is nothing but text in a block of code of ${where}`, () => {
      for (const trick of tricks) {
        const html = render(codeBlock(trick).text);
        assert.deepEqual(
          html
            .replace(/^<pre><code class="language-text">/, "")
            .replace(/<\/code><\/pre>\s*$/, "")
            .match(/<[^>]*>/g),
          null,
          html,
        );
      }
    });

    it(`stays in its cell of a table of ${where}`, () => {
      fc.assert(
        fc.property(text, text, (first, second) => {
          const html = render(table([md`A`, md`B`], [[md`${first}`, code(second)]]).text);
          const cells = [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = ""]) => cell);
          assert.deepEqual(
            cells.map((cell) => squeezed(seen(cell))),
            [squeezed(oneLine(first)), squeezed(oneLine(second))],
            html,
          );
          assert.deepEqual(
            cells
              .join("")
              .replaceAll(/<\/?code>/g, "")
              .match(/<[^>]*>/g),
            null,
            html,
          );
        }),
        settings,
      );
    });
  }
});

describe("Markdown", () => {
  it("puts in other Markdown as it is, and nothing for what is absent", () => {
    const link = Markdown.own("[More](https://example.com)");
    assert.equal(
      md`a ${link} ${[md`*b*`, md`c`]}${undefined}${false}${3}`.text,
      "a [More](https://example.com) *b*c3",
    );
  });

  it("joins what is there", () => {
    assert.equal(joinMarkdown([md`a`, undefined, md``, false, md`b`], "\n\n").text, "a\n\nb");
  });
});
