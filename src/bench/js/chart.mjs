// chart.mjs BROWSER BARS: what chart.html, opened in a headless Chromium, says: {"ms","bars"}.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [browser, bars] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'tapeline-bench-'));
const page = execFileSync(browser, [
    '--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`,
    '--allow-file-access-from-files', '--dump-dom', new URL(`chart.html?bars=${bars}`, import.meta.url).href,
], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
rmSync(profile, { recursive: true, force: true });
console.log(/\{"ms".*?\}/.exec(page)[0]);
