import type { Client } from 'pg'
import { connectionOptions } from './postgres.ts'

/** Between two tries to hear of changes again, in milliseconds. */
const retryMs = 10_000

/**
 * Hear of changes that any process makes to a library, from its database, until told to stop. Where it cannot tell, nothing
 * is heard: whoever shows something asks for the revision anyway.
 */
export function followRevision(address: string, changed: () => void): () => void {
  let stopped = false
  let current: Client | null = null
  let retry: NodeJS.Timeout | undefined

  async function listen(): Promise<void> {
    const { default: pg } = await import('pg')
    if (stopped) return
    const client = new pg.Client({ ...(await connectionOptions(address, 0)), query_timeout: 0 })
    current = client
    client.on('notification', changed)
    client.once('error', () => undefined)
    client.once('end', again)
    try {
      await client.connect()
      await client.query('listen strata')
      // Whatever was changed meanwhile.
      changed()
    } catch {
      void client.end().catch(() => undefined)
      again()
    }
  }

  function again(): void {
    if (stopped || retry !== undefined) return
    retry = setTimeout(() => {
      retry = undefined
      void listen()
    }, retryMs).unref()
  }

  void listen()
  return () => {
    stopped = true
    clearTimeout(retry)
    void current?.end().catch(() => undefined)
  }
}
