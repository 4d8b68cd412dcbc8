import { type Figure, median, type Suite } from './figure.ts'
import { withDealPage } from './site.ts'

const runs = 5
const quiet = [
  '--headless=new',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const flags = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet

type Scores = { performance: number; accessibility: number; 'best-practices': number }

/** Loaded only when it is measured with: it takes longer to load than the reader's whole measurement. */
async function run(url: string, chromePath: string): Promise<Scores> {
  const [{ launch }, { default: lighthouse }] = await Promise.all([
    import('chrome-launcher'),
    import('lighthouse'),
  ])
  const chrome = await launch({ chromePath, chromeFlags: flags })
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
    })
    const score = (name: string) => Math.round((result?.lhr.categories[name]?.score ?? 0) * 100)
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
    }
  } finally {
    chrome.kill()
  }
}

function figure(name: keyof Scores, all: readonly Scores[], least: number): Figure {
  const value = median(all.map(scores => scores[name]))
  return {
    name: `lighthouse-mobile-${name}`,
    value,
    unit: 'of 100',
    ratio: null,
    aim: `at least ${least}, median of ${runs}`,
    met: value >= least,
  }
}

async function measure(): Promise<Figure[]> {
  const { ensureBrowser } = (await import(new URL('../setup/browser.mjs', import.meta.url).href)) as {
    ensureBrowser: (node: string) => string
  }
  const chromePath = ensureBrowser(process.execPath)
  return withDealPage(async ({ dealUrl }) => {
    const all: Scores[] = []
    for (let i = 0; i < runs; i++) all.push(await run(dealUrl, chromePath))
    return [
      figure('performance', all, 95),
      figure('accessibility', all, 100),
      figure('best-practices', all, 95),
    ]
  })
}

/** Lighthouse's mobile scores of the deal page, throttled as Lighthouse does by default. */
export const lighthouseSuite: Suite = { name: 'lighthouse', measure }
