import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { beginUpload, isServed, type StandIn, startServing } from '../testing/stand-in.ts'

const script = path.join(import.meta.dirname, '../testing/stand-in-server.ts')
const started: StandIn[] = []
async function serve(env: Record<string, string> = {}, withChannel = false): Promise<StandIn> {
  const served = await startServing(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', ...(withChannel ? ['ipc' as const] : [])],
  })
  started.push(served)
  return served
}
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
})

describe('the first signal', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s lets what is running be answered, and takes nothing new',
    async signal => {
      const { child, port, said, ended } = await serve()
      const upload = await beginUpload(port)
      child.kill(signal)
      await expect.poll(() => isServed(port)).toBe(false)
      upload.finish()
      expect(await upload.answer).toMatch(/^HTTP\/1\.1 200 .*Connection: close.*kept/s)
      expect(await ended).toEqual({ code: 0, signal: null })
      expect(said()).toContain('closed')
    },
  )

  it('tells in a sentence that it waits, and how to end that', async () => {
    const { child, port, said, ended } = await serve()
    const upload = await beginUpload(port)
    child.kill('SIGINT')
    await expect
      .poll(said)
      .toMatch(/Strata stops when the uploads .* in 9 seconds at most; another Ctrl-C ends it at once\.\n/)
    upload.finish()
    await ended
  })

  it('does not wait for sockets that ask for nothing', async () => {
    const { child, port, said, ended } = await serve()
    const used = connect(port, '127.0.0.1')
    used.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await new Promise(resolve => used.once('data', resolve))
    const unused = connect(port, '127.0.0.1')
    await new Promise<void>(resolve => unused.once('connect', resolve))
    const before = Date.now()
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(said()).not.toContain('Strata stops once')
    expect(Date.now() - before).toBeLessThan(3000)
    used.destroy()
    unused.destroy()
  })

  it('counts once however often it comes at the same time', async () => {
    const { child, port, ended } = await serve()
    const upload = await beginUpload(port)
    for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) child.kill(signal)
    await sleep(150)
    child.kill('SIGINT')
    await sleep(700)
    upload.finish()
    expect(await upload.answer).toContain('kept')
    expect(await ended).toEqual({ code: 0, signal: null })
  })

  it('is not waited for longer than the grace: what is not answered then is told so', async () => {
    const { child, port, said, ended } = await serve({ GRACE: '600' })
    const upload = await beginUpload(port)
    child.kill('SIGTERM')
    expect(await upload.answer).toMatch(/^HTTP\/1\.1 503 .*"service-is-stopping"/s)
    expect(await ended).toEqual({ code: null, signal: 'SIGTERM' })
    expect(said()).toContain('closed')
  })

  it('is not held up by something that cannot be closed', async () => {
    const { child, ended } = await serve({ GRACE: '600', STUCK: 'yes' })
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: null, signal: 'SIGTERM' })
  })
})

describe('a second signal', () => {
  it('ends the process at once', async () => {
    const { child, port, ended } = await serve()
    const upload = await beginUpload(port)
    child.kill('SIGINT')
    await sleep(600)
    const before = Date.now()
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: null, signal: 'SIGINT' })
    expect(Date.now() - before).toBeLessThan(1000)
    expect(await upload.answer).toBe('')
  })
})

describe('the end of whoever started the server', () => {
  it('is a signal to stop', async () => {
    const { child, port, ended } = await serve({}, true)
    const upload = await beginUpload(port)
    child.disconnect()
    await expect.poll(() => isServed(port)).toBe(false)
    upload.finish()
    expect(await upload.answer).toContain('kept')
    expect(await ended).toEqual({ code: 0, signal: null })
  })
})
