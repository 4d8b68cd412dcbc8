import { hash } from 'node:crypto'
import { ask, keptConnections } from './ask.ts'
import type { SentFile, UploadAnswer } from './upload.ts'

/** A filing of which the service has said that it is kept. */
export type Acknowledged = { sha256: string; bytes: Uint8Array; dealUrl: string }

/** What an answer acknowledges of the files that were sent, one by one in their order. */
export function acknowledgedBy(answer: UploadAnswer, sent: readonly SentFile[]): Acknowledged[] {
  if (answer.status !== 200 && answer.status !== 201) return []
  return sent.flatMap(({ bytes }, order) => {
    const told = answer.files?.[order]
    if (!told?.deal || told.status === 'refused') return []
    return { sha256: hash('sha256', bytes, 'hex'), bytes, dealUrl: told.deal.url }
  })
}

const clients = 4

/**
 * What is lost of filings that were acknowledged, a sentence for each: bytes that are not there as they were sent, or a
 * deal that is not answered: its page, or what the API tells of it, which costs a fraction.
 */
export async function findLost(
  url: string,
  kept: readonly Acknowledged[],
  answeredBy: 'page' | 'api' = 'page',
): Promise<string[]> {
  const lost: string[] = []
  const agent = keptConnections(clients)
  const pages = new Set(
    kept.map(({ dealUrl }) => (answeredBy === 'page' ? dealUrl : `/api${wholeDeal(dealUrl)}`)),
  )
  const works = [
    ...kept.map(filing => async () => {
      const source = await ask(`${url}/api/filings/${filing.sha256}/source`, { agent })
      if (source.status !== 200 || !source.body.equals(filing.bytes))
        lost.push(`${filing.sha256} of ${filing.dealUrl}: source ${source.status} ${source.fault ?? ''}`)
    }),
    ...[...pages].map(page => async () => {
      const answer = await ask(`${url}${page}`, { agent })
      if (answer.status !== 200) lost.push(`${page}: ${answer.status} ${answer.fault ?? ''}`)
    }),
  ]
  await inTurns(works, clients)
  agent.destroy()
  return lost
}

/** The address of a deal, whichever of its filings a page of it shows: what the API tells and the filing itself stand below it. */
export function wholeDeal(dealUrl: string): string {
  return dealUrl.replace(/\/filings\/.*$/, '')
}

/** Run works one after another, so many side by side. */
async function inTurns(works: readonly (() => Promise<void>)[], sideBySide: number): Promise<void> {
  const queue = works.values()
  const worker = async () => {
    for (const work of queue) await work()
  }
  await Promise.all(Array.from({ length: sideBySide }, worker))
}
