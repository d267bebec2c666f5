/** Marks that mean something to Markdown wherever they stand, among them HTML, tables and mathematics. */
const anywhere = /[\\`*_[\]<>|~$&]/g;

/** Marks that mean something at the start of a line: headings, lists, rules and underlined headings. */
const atLineStart = /^(\d{1,9})([.)])|^([#+=-])/;

/** Any text as Markdown that shows exactly its words, each line for itself; indentation is dropped. */
function markdownLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(anywhere, '\\$&').replace(atLineStart, '$1\\$2$3'));
}

/** Any text on one line: white space folded, nothing in it taken for markup. */
export function inline(text: string): string {
  return markdownLines(text.replace(/\s+/g, ' ')).join(' ');
}

/** Any text as a block quote that keeps its lines. */
export function blockQuote(text: string, indent = ''): string {
  return markdownLines(text)
    .map((line, index, lines) => {
      const breaks = line !== '' && lines[index + 1] ? '\\' : '';
      return `${indent}> ${line}${breaks}`.trimEnd();
    })
    .join('\n');
}
