/** Templates as values: file name (`brief.hbs`, `brief.css`, `page.js`, `messages.zh-CN.json` …) → source text. */
export type TemplateSet = Readonly<Record<string, string>>;
