import { defineConfig, devices } from '@playwright/test'

// Journeys in Chromium on a phone and on a desktop, with and without script. The server is the release build with a
// database of its own; see support/server.ts.

const desktop = { viewport: { width: 1280, height: 800 } }
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }
delete (phone as { defaultBrowserType?: string }).defaultBrowserType

const shots = /shots\.spec\.ts/
const barriers = /axe\.spec\.ts/
// What looks at scripts or rules of accessibility has nothing to see where script is off.
const needsScript = /(axe|island)\.spec\.ts/
// What a customer comes for. Without script a desktop differs from a phone in nothing but its style.
const ways = /(journey|pay|change|twice)\.spec\.ts/

// Device, script and language meet in pairs: four projects, each in one language, show every two of the three together, the
// fourth for what customers come for.
// `MATRIX=full` takes both languages everywhere. Barriers are looked for in both, on both sizes of a screen.
const full = process.env.MATRIX === 'full'
const without = (language: RegExp) => (full ? {} : { grepInvert: language })
const [hans, hant] = [/\(zh-hans\)/, /\(zh-hant\)/]
const off = { javaScriptEnabled: false }
const journeys = [
  { name: 'barriers', use: phone, testMatch: barriers },
  { name: 'desktop', use: desktop, testIgnore: [shots, barriers], ...without(hant) },
  { name: 'phone', use: phone, testIgnore: [shots, barriers], ...without(hans) },
  { name: 'desktop-no-script', use: { ...desktop, ...off }, testMatch: full ? undefined : ways, testIgnore: [shots, needsScript], ...without(hans) },
  { name: 'phone-no-script', use: { ...phone, ...off }, testIgnore: [shots, needsScript], ...without(hant) },
]
const pictures = [
  { name: 'shots-phone', use: { ...phone }, testMatch: shots },
  { name: 'shots-desktop', use: { ...desktop }, testMatch: shots },
]

export default defineConfig({
  testDir: 'tests',
  outputDir: 'results',
  reporter: [['list', { printSteps: false }]],
  globalSetup: './support/server.ts',
  fullyParallel: true,
  workers: Number(process.env.WORKERS ?? 2),
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What is on its way cannot be judged, and pages that glide cost most of the time of a machine without a graphics card.
    contextOptions: { reducedMotion: 'reduce' },
    trace: process.env.TRACE ? 'on' : 'off',
    launchOptions: {
      executablePath: process.env.YUEDING_CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: process.env.SHOTS ? pictures : journeys,
})
