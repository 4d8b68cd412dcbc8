import type { Picked } from './queue.ts'
import { sampleNames } from './sample-names.ts'

/** The sample filings that the site ships, as files to send. Throws when they cannot be fetched. */
export async function fetchSamples(): Promise<Picked[]> {
  const index: unknown = await (await fetch('/samples/index.json')).json()
  return Promise.all(sampleNames(index).map(fetchSample))
}

async function fetchSample(name: string): Promise<Picked> {
  const answer = await fetch(`/samples/${encodeURIComponent(name)}`)
  if (!answer.ok) throw new Error(`the sample ${name} is not there`)
  return { file: new File([await answer.blob()], name), path: name }
}
