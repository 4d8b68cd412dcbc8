import { type Figure, median, type Suite, yardstick } from './figure.ts'
import { withDealPage } from './site.ts'

const runs = 5
/** A page with nothing on it but what stands on all: what the framework's own scripts leave of the score on this machine. */
const emptyPage = '/deleted'
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

const medianOf = (name: keyof Scores, all: readonly Scores[]) => median(all.map(scores => scores[name]))

function figure(name: keyof Scores, all: readonly Scores[], least: number): Figure {
  const value = medianOf(name, all)
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
    const empty: Scores[] = []
    for (let i = 0; i < runs; i++) {
      all.push(await run(dealUrl, chromePath))
      empty.push(await run(new URL(emptyPage, dealUrl).href, chromePath))
    }
    return [
      yardstick('lighthouse-mobile-performance-of-an-empty-page', medianOf('performance', empty), 'of 100'),
      figure('performance', all, 95),
      figure('accessibility', all, 100),
      figure('best-practices', all, 95),
    ]
  })
}

/** Lighthouse's mobile scores of the deal page, throttled as Lighthouse does by default. */
export const lighthouseSuite: Suite = { name: 'lighthouse', measure }
