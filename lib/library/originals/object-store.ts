import type { AwsClient } from 'aws4fetch'
import type { LibraryFaultCode } from '../../library-faults.ts'
import { describeFault, LibraryFault } from '../library-fault.ts'
import { addressIn, type StoreSettings } from './store-settings.ts'

/** Objects by their keys. Whatever hinders that is thrown as a LibraryFault. */
export type ObjectStore = {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Null where there is no such object. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>
  has(key: string): Promise<boolean>
  /** Nothing happens where there is none. */
  remove(key: string): Promise<void>
}

/** What a request may take, in milliseconds: any, and more for each megabyte. Taking away is done under the library's lock. */
const patience = { anyMs: 10_000, megabyteMs: 2_000, removingMs: 2_500 } as const

/** A request that met a store out of reach is made once more, after so many milliseconds. */
const againAfterMs = 300

/** An answer is no longer than the largest file, packed however badly. */
const mostBytes = 64 * 2 ** 20

type Asked = { method: 'PUT' | 'GET' | 'HEAD' | 'DELETE'; key: string; body?: Uint8Array; ms?: number }

/** A bucket of an S3-compatible store, asked over HTTP with requests signed by AWS Signature Version 4. */
export function openObjectStore(settings: StoreSettings): ObjectStore {
  let client: Promise<AwsClient> | null = null

  /** Who keeps originals in the database never loads what signs. */
  async function loadClient(): Promise<AwsClient> {
    const { AwsClient } = await import('aws4fetch')
    const { keyId, secret, sessionToken, region } = settings
    return new AwsClient({
      accessKeyId: keyId,
      secretAccessKey: secret,
      ...(sessionToken === null ? {} : { sessionToken }),
      region,
      service: 's3',
      retries: 0,
    })
  }

  async function send({ method, key, body, ms = patience.anyMs }: Asked): Promise<Response> {
    client ??= loadClient()
    const signed = await (await client).sign(addressIn(settings, key), {
      method,
      headers: { 'X-Amz-Content-Sha256': await sha256Of(body ?? new Uint8Array()) },
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    })
    // What is signed for one address is sent to no other.
    const answer = await fetch(signed, { redirect: 'manual', signal: AbortSignal.timeout(ms) })
    if (answer.ok || answer.status === 404) return answer
    const words = (await answer.text()).slice(0, 2000)
    throw faultOf(answer.status, words, `${method} ${addressIn(settings, key)}`)
  }

  async function ask(asked: Asked): Promise<Response> {
    try {
      return await send(asked)
    } catch (fault) {
      throw isOfNetwork(fault) ? awayFault(fault, settings) : fault
    }
  }

  /** Once more where the store was out of reach: each of these may be done twice. */
  async function askAgain<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (fault) {
      if (!(fault instanceof LibraryFault) || fault.code !== 'originals-unreachable') throw fault
      await new Promise(resolve => setTimeout(resolve, againAfterMs))
      return await work()
    }
  }

  return {
    put: (key, bytes) =>
      askAgain(async () => {
        const answer = await ask({ method: 'PUT', key, body: bytes, ms: patienceFor(bytes.length) })
        if (answer.status === 404) throw await refusedAt(answer, addressIn(settings, key))
        await answer.body?.cancel()
      }),
    get: key =>
      askAgain(async () => {
        const answer = await ask({ method: 'GET', key, ms: patienceFor(mostBytes) })
        if (answer.status === 404) return await noObject(answer, addressIn(settings, key))
        return await bodyOf(answer, settings)
      }),
    has: key =>
      askAgain(async () => {
        const answer = await ask({ method: 'HEAD', key })
        await answer.body?.cancel()
        return answer.ok
      }),
    remove: async key => {
      const answer = await ask({ method: 'DELETE', key, ms: patience.removingMs })
      await answer.body?.cancel()
    },
  }
}

function patienceFor(bytes: number): number {
  return Math.ceil(patience.anyMs + (patience.megabyteMs * bytes) / 1e6)
}

async function bodyOf(answer: Response, settings: StoreSettings): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(answer.headers.get('content-length') ?? 0) > mostBytes) {
    await answer.body?.cancel()
    throw new LibraryFault('original-is-lost', 'the store has a longer object in the place of an original')
  }
  try {
    return new Uint8Array(await answer.arrayBuffer())
  } catch (fault) {
    throw isOfNetwork(fault) ? awayFault(fault, settings) : fault
  }
}

/** Of an object that is not there, or of a bucket. */
async function noObject(answer: Response, address: string): Promise<null> {
  const words = (await answer.text()).slice(0, 2000)
  if (codeIn(words) === 'NoSuchBucket') throw faultOf(404, words, `GET ${address}`)
  return null
}

async function refusedAt(answer: Response, address: string): Promise<LibraryFault> {
  return faultOf(answer.status, (await answer.text()).slice(0, 2000), `PUT ${address}`)
}

/** The code of an answer that is an error: `<Error><Code>NoSuchBucket</Code>…`. */
function codeIn(words: string): string {
  return /<Code>(\w+)<\/Code>/.exec(words)?.[1] ?? ''
}

/** Codes of 4xx that pass by themselves. Source: "Error responses" of the Amazon S3 API reference. */
const passing = /^(SlowDown|RequestTimeout|ServiceUnavailable|OperationAborted|InternalError)$/

function faultOf(status: number, words: string, asked: string): LibraryFault {
  const code = codeIn(words)
  const isFull = status === 507
  const isAway = !isFull && (status >= 500 || status === 429 || status === 408 || passing.test(code))
  const meaning: LibraryFaultCode = isAway ? 'originals-unreachable' : 'originals-refused'
  return new LibraryFault(meaning, `${asked} was answered ${status}${code === '' ? '' : ` ${code}`}`)
}

/** What fetch throws where it cannot connect, or an answer breaks off or comes too late. */
function isOfNetwork(fault: unknown): boolean {
  if (fault instanceof DOMException) return fault.name === 'TimeoutError'
  return (
    fault instanceof TypeError &&
    (/fetch failed|terminated/.test(fault.message) || fault.cause instanceof Error)
  )
}

/** Fetch says only that it failed; why is the cause. */
function awayFault(fault: unknown, settings: StoreSettings): LibraryFault {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault
  return new LibraryFault(
    'originals-unreachable',
    `${new URL(addressIn(settings, '')).origin}: ${describeFault(cause)}`,
  )
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
}
