import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a Chromium may be on the systems the tests run on, after the one CHROMIUM_PATH names. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  const found = named || [...places, chromium.executablePath()].find((place) => existsSync(place));
  if (found && existsSync(found)) return found;
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge. Install one (on Debian: apt-get install chromium), or run `npx playwright-core install chromium`, or set CHROMIUM_PATH.',
  );
}

/** A headless browser of the system's, that calls nobody by itself. `more` are switches beside the usual ones. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      ...more,
    ],
  });
}
