import fc from 'fast-check'
import { families } from '../fixtures/invented/families.ts'
import { type Random, randomOf } from './random.ts'
import type { SentFile } from './upload.ts'

/** A filing to be sent, and the address of the deal that it is of. */
export type InventedFiling = SentFile & { dealPath: string }

export type FilingPrinter = {
  /** A filing of a deal by its number, unlike all before; `tables` families of layouts, or a few. */
  print(deal: number, tables?: number): InventedFiling
}

const shelves = ['Fernhill', 'Alderbrook', 'Cobble Hill', 'Larkfield', 'Quarry Road', 'Saltmarsh'] as const

const media = ['text', 'html'] as const

/** Samples of each family; what is printed from them never repeats, for each filing says its own number. */
const samplesOfFamily = 6
/** Most filings have few tables, some have many. */
const fewTables = 4
const manyTables = 30
const shareOfMany = 0.1

/**
 * Prints filings in layouts at random, text and HTML: a cover that names the deal, then tables of several families, and a
 * last line that tells this filing from every other.
 */
export function filingPrinter(seed: number): FilingPrinter {
  const random = randomOf(seed)
  const bodies = Map.groupBy(
    families.flatMap(({ medium, filings }, order) =>
      fc
        .sample(filings, { seed: seed + order, numRuns: samplesOfFamily })
        .map(({ text }) => ({ medium, text })),
    ),
    ({ medium }) => medium,
  )
  const texts = (medium: 'text' | 'html') => (bodies.get(medium) ?? []).map(({ text }) => text)
  const printed = { text: texts('text'), html: texts('html') }
  let count = 0

  return {
    print(deal, tables) {
      const medium = random.oneOf(media)
      const number = tables ?? tableCount(random)
      const from = printed[medium]
      const drawn = Array.from({ length: number }, () => from[random.between(0, from.length - 1)] ?? '')
      count++
      const mark = `Printed as copy ${count} of lot ${seed}.`
      const cover = coverOf(deal)
      const text = medium === 'html' ? asHtml(cover, drawn, mark) : asText(cover, drawn, mark)
      const name = `deal-${deal}-copy-${seed}-${count}.${medium === 'html' ? 'htm' : 'txt'}`
      return { name, bytes: Buffer.from(text), dealPath: dealPathOf(deal) }
    },
  }
}

function tableCount(random: Random): number {
  return random.fraction() < shareOfMany
    ? random.between(fewTables, manyTables)
    : random.between(1, fewTables)
}

function trustOf(deal: number): string {
  const shelf = shelves[deal % shelves.length] ?? shelves[0]
  return `${shelf} Loan Trust ${1998 + (deal % 10)}-${deal + 1}`
}

/** The address of a deal's page, as the library names it. */
export function dealPathOf(deal: number): string {
  return `/deals/${trustOf(deal).toLowerCase().replaceAll(' ', '-')}`
}

function coverOf(deal: number): string[] {
  const shelf = shelves[deal % shelves.length] ?? shelves[0]
  return [trustOf(deal), `${shelf} Acceptance Corp.`, '(Depositor)']
}

function asText(cover: readonly string[], bodies: readonly string[], mark: string): string {
  return [...cover, '', bodies.join('\n<PAGE>\n\n'), '', mark, ''].join('\n')
}

function asHtml(cover: readonly string[], bodies: readonly string[], mark: string): string {
  const paragraphs = (lines: readonly string[]) => lines.map(line => `<p>${line}</p>\n`).join('')
  return `<html>\n${paragraphs(cover)}${bodies.join('\n')}${paragraphs([mark])}</html>\n`
}
