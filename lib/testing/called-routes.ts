import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Library } from '../library/index.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { type AnswerName, answerSchemas } from '../server/answer-schemas.ts'
import { inventedBytes, inventedReader } from './invented-reader.ts'

/** The site that routes are asked at. */
export const base = 'http://strata.test'
/** The filing that the library of `openForRoutes` begins with. */
export const fernhill = { trust: 'Fernhill Trust 2003-2', depositor: 'Fernhill', signedOn: '2003-01-31' }

export type OpenLibrary = { library: Library; sha256: string; close: () => Promise<void> }

/** A library in a temporary folder for all routes of the process, with one filing in it. */
export async function openForRoutes(): Promise<OpenLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'strata-routes-'))
  const library = openLibrary({ folder, writer: writeWith(inventedReader), readerVersion: '1' })
  Object.assign(globalThis, { [Symbol.for('strata.library')]: Promise.resolve(library) })
  const { sha256 } = await library.keepFiling(inventedBytes(fernhill), 'fernhill.txt')
  const close = async () => {
    await library.close()
    rmSync(folder, { recursive: true })
  }
  return { library, sha256, close }
}

/** What an answer says, and that it says nothing that its description does not. */
export async function bodyOf(answer: Response, name: AnswerName): Promise<Record<string, unknown>> {
  const body = await answer.json()
  expect(answerSchemas[name].parse(body)).toEqual(body)
  return body
}

/** What routes are called with. */
export const inDeal = (slug: string) => ({ params: Promise.resolve({ slug }) })
export const inTable = (slug: string, id: string) => ({ params: Promise.resolve({ slug, id }) })
export const inFiling = (hash: string) => ({ params: Promise.resolve({ sha256: hash }) })
export const asking = (query = '') => new Request(`${base}/${query}`)
