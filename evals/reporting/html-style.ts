/** The look of the HTML report; it must stand alone, so everything is in the file. One accent; light and dark. */
export const style = `
:root { color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #16171a); --card: light-dark(#fff, #1d1f23); --ink: light-dark(#1d1f24, #e9e7e1);
  --soft: light-dark(#6a6d75, #9da0a8); --rule: light-dark(#e4e1d9, #32353b); --accent: light-dark(#1f5f8b, #7ab8e0);
  --good: light-dark(#2b7a4b, #6cc492); --bad: light-dark(#b3372f, #f08a80); --warn: light-dark(#8a6100, #e0b354); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 ui-sans-serif, system-ui, 'Segoe UI', sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 40px 24px 80px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 20px; margin: 52px 0 6px; letter-spacing: -0.005em; }
p { max-width: 74ch; margin: 6px 0; } .soft { color: var(--soft); } .small { font-size: 13px; }
.badge { display: inline-block; padding: 2px 12px; border-radius: 99px; font-weight: 600; font-size: 14px; border: 1.5px solid currentColor; }
.pass { color: var(--good); } .fail { color: var(--bad); } .inconclusive, .not_comparable { color: var(--warn); }
.reasons { margin: 16px 0; padding: 14px 18px 14px 34px; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; min-width: 860px; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; font-size: 12.5px; color: var(--soft); border-bottom: 1px solid var(--rule); padding: 6px 10px 6px 0; }
td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--rule); vertical-align: middle; } td.n, th.n { text-align: right; } td.n, td.small { white-space: nowrap; }
td.plot { width: 300px; padding-right: 16px; } .scroll { overflow-x: auto; }
svg { display: block; max-width: 100%; height: auto; } svg text { fill: var(--soft); font: 11px ui-sans-serif, system-ui, sans-serif; }
.axis { stroke: var(--rule); } .bar { stroke: var(--accent); stroke-width: 5; stroke-linecap: round; opacity: .35; }
.dot { fill: var(--accent); } .was { fill: none; stroke: var(--ink); stroke-width: 1.5; } .floor { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 3 2; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(186px, 1fr)); gap: 18px; margin-top: 16px; }
figure { margin: 0; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; padding: 10px 12px 8px; }
figcaption { font-weight: 600; font-size: 13.5px; display: flex; justify-content: space-between; gap: 8px; } figcaption span { color: var(--soft); font-weight: 400; }
svg .cell { fill: var(--accent); } svg .count { fill: var(--ink); text-anchor: middle; font-size: 11.5px; } svg .count.over { fill: var(--card); }
.legend { display: flex; gap: 20px; flex-wrap: wrap; font-size: 13px; color: var(--soft); margin: 10px 0; align-items: center; } .legend svg { display: inline-block; vertical-align: -3px; margin-right: 6px; }
.flip { padding: 12px 0; border-bottom: 1px solid var(--rule); } .flip b { font-weight: 600; } .flip ul { margin: 4px 0 0; padding-left: 18px; }
q { color: var(--soft); font-style: italic; overflow-wrap: anywhere; } .arrow { color: var(--soft); } details summary { cursor: pointer; color: var(--accent); margin: 10px 0; }
code { font: 12.5px ui-monospace, monospace; }
th.ends span { display: flex; justify-content: space-between; width: 300px; padding: 0 8px; font-weight: 400; }
`;
