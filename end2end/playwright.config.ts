import { defineConfig, devices } from '@playwright/test'

// Journeys in Chromium on a phone and on a desktop, with and without script. The server is the release build with a
// database of its own; see support/server.ts.

const desktop = { viewport: { width: 1280, height: 800 } }
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }
delete (phone as { defaultBrowserType?: string }).defaultBrowserType

const shots = /shots\.spec\.ts/
// What looks at scripts, weights or rules of accessibility has nothing to see where script is off.
const needsScript = /(axe|weight|island)\.spec\.ts/

const journeys = [
  { name: 'desktop', use: { ...desktop }, testIgnore: shots },
  { name: 'phone', use: { ...phone }, testIgnore: shots },
  { name: 'desktop-no-script', use: { ...desktop, javaScriptEnabled: false }, testIgnore: [shots, needsScript] },
  { name: 'phone-no-script', use: { ...phone, javaScriptEnabled: false }, testIgnore: [shots, needsScript] },
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
    trace: 'retain-on-failure',
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
