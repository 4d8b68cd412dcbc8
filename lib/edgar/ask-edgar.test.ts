import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { declared, type StandInEdgar, standInEdgar } from '../testing/stand-in-edgar.ts'
import { askEdgar, type EdgarLimits, edgarLimits } from './ask-edgar.ts'
import { edgarFaultCodeOf } from './edgar-fault.ts'

let edgar: StandInEdgar
let deferred: number[] = []
let next = 0
beforeEach(async () => {
  edgar = await standInEdgar({ '/page.txt': 'all of it' })
  deferred = []
  next = 0
})
afterEach(() => edgar.close())

/** Turns of one process, as the library keeps them. */
const turns = {
  reserveEdgarTurn: async (gapMs: number, latest: number) => {
    const at = Math.max(next, Date.now())
    if (at > latest) return null
    next = at + gapMs
    return at
  },
  deferEdgar: async (until: number) => {
    deferred.push(until - Date.now())
    next = Math.max(next, until)
  },
}

const quick = { ...edgarLimits, gapMs: 1, firstPauseMs: 1, silenceMs: 2000 }

async function textAt(path: string, limits: Partial<EdgarLimits> = {}, userAgent: string | null = declared) {
  const ask = askEdgar(turns, { userAgent, standIn: edgar.origin }, { ...quick, ...limits })
  return await ask(`https://www.sec.gov${path}`, async body => {
    let text = ''
    for await (const piece of body) text += Buffer.from(piece).toString('latin1')
    return text
  })
}
const codeAt = (...asked: Parameters<typeof textAt>) =>
  textAt(...asked).then(text => `“${text}”`, edgarFaultCodeOf)

/** What stands at a path the first times, one answer after another, and then `all of it`. */
function first(...answers: [status: number, headers?: Record<string, string>, text?: string][]) {
  edgar.standing['/page.txt'] = (_, response) => {
    const [status, headers, text = ''] = answers.shift() ?? [200, {}, 'all of it']
    response.writeHead(status, headers).end(text)
  }
}

describe('asking EDGAR', () => {
  it('gives what stands at an address', async () => expect(await textAt('/page.txt')).toBe('all of it'))

  it('leaves a turn that it has missed, for the next', async () => {
    const given: number[] = []
    const late = {
      ...turns,
      reserveEdgarTurn: async () => {
        given.push(Date.now() - (given.length === 0 ? 300 : 0))
        return given.at(-1) ?? 0
      },
    }
    const ask = askEdgar(late, { userAgent: declared, standIn: edgar.origin }, quick)
    await ask('https://www.sec.gov/page.txt', async () => 'taken')
    expect(given).toHaveLength(2)
    expect(edgar.asked).toHaveLength(1)
  })

  it('reserves further ahead where the library is slow to give a turn', async () => {
    const slow = {
      ...turns,
      reserveEdgarTurn: async (_gapMs: number, latest: number, aheadMs = 0) => {
        const at = Date.now() + aheadMs
        await sleep(450)
        return at > latest ? null : at
      },
    }
    const ask = askEdgar(slow, { userAgent: declared, standIn: edgar.origin }, { ...quick, patienceMs: 5000 })
    expect(await ask('https://www.sec.gov/page.txt', async () => 'taken')).toBe('taken')
  })

  it('asks nothing where nobody says who asks', async () => {
    expect(await codeAt('/page.txt', {}, null)).toBe('edgar-is-not-set-up')
    expect(edgar.asked).toEqual([])
  })

  it('says that a name was refused, and does not insist', async () => {
    expect(await codeAt('/page.txt', {}, 'robot')).toBe('edgar-refused')
    expect(edgar.asked).toHaveLength(1)
  })

  it('says what is not there', async () => {
    expect(await codeAt('/other.txt')).toBe('edgar-has-no-such-filing')
    first([403, {}, '<Error><Code>AccessDenied</Code></Error>'])
    expect(await codeAt('/page.txt')).toBe('edgar-has-no-such-filing')
    expect(edgar.asked).toHaveLength(2)
  })

  it('asks again what failed, and gives up in the end', async () => {
    first([500], [502])
    expect(await textAt('/page.txt')).toBe('all of it')
    first([500], [500], [503], [500])
    expect(await codeAt('/page.txt')).toBe('edgar-failed')
  })

  it('has everybody wait for as long as it is told', async () => {
    first([429, { 'Retry-After': '1' }])
    const start = Date.now()
    expect(await textAt('/page.txt')).toBe('all of it')
    expect(Date.now() - start).toBeGreaterThanOrEqual(990)
    expect(deferred).toEqual([expect.closeTo(1000, -2)])
  })

  it('does not wait longer than whoever asks', async () => {
    first([429, { 'Retry-After': '60' }])
    expect(await codeAt('/page.txt')).toBe('edgar-is-busy')
    expect(edgar.asked).toHaveLength(1)
    expect(await codeAt('/page.txt')).toBe('edgar-is-busy')
    expect(edgar.asked).toHaveLength(1)
  })

  it('keeps away for ten minutes once it is told that it was too fast', async () => {
    first([403, {}, '<h1>Request Rate Threshold Exceeded</h1>'])
    expect(await codeAt('/page.txt')).toBe('edgar-is-busy')
    expect(deferred).toEqual([expect.closeTo(600_000, -3)])
  })

  it('follows leads within EDGAR alone', async () => {
    edgar.standing['/moved.txt'] = (_, response) => response.writeHead(301, { Location: '/page.txt' }).end()
    expect(await textAt('/moved.txt')).toBe('all of it')
    edgar.standing['/moved.txt'] = (_, response) =>
      response.writeHead(302, { Location: 'https://data.sec.gov/page.txt' }).end()
    expect(await textAt('/moved.txt')).toBe('all of it')
  })

  it.each([
    'https://elsewhere.example/page.txt',
    'http://www.sec.gov/page.txt',
    'https://www.sec.gov:8443/page.txt',
    'https://a:b@www.sec.gov/page.txt',
    '//elsewhere.example/page.txt',
    'http://127.0.0.1:1/page.txt',
    '/moved.txt',
  ])('does not follow a lead to %s', async Location => {
    edgar.standing['/moved.txt'] = (_, response) => response.writeHead(302, { Location }).end()
    expect(await codeAt('/moved.txt')).toBe('edgar-led-elsewhere')
    expect(new Set(edgar.asked.map(({ path }) => path))).toEqual(new Set(['/moved.txt']))
    expect(edgar.asked.length).toBeLessThanOrEqual(5)
  })

  it('asks no other site, whoever wants it', async () => {
    const ask = askEdgar(turns, { userAgent: declared, standIn: edgar.origin }, quick)
    const asked = ask('https://elsewhere.example/page.txt', async () => 'taken')
    expect(await asked.catch(edgarFaultCodeOf)).toBe('edgar-led-elsewhere')
    expect(edgar.asked).toEqual([])
  })

  it('ends with what falls silent, before it begins and in the middle', async () => {
    edgar.standing['/silent.txt'] = () => undefined
    expect(await codeAt('/silent.txt', { silenceMs: 100 })).toBe('edgar-took-too-long')
    edgar.standing['/silent.txt'] = (_, response) => response.write('half')
    expect(await codeAt('/silent.txt', { silenceMs: 100 })).toBe('edgar-took-too-long')
  })

  it('ends with what never does', async () => {
    edgar.standing['/endless.txt'] = (_, response) => {
      const timer = setInterval(() => response.write('more'), 20)
      response.once('close', () => clearInterval(timer))
    }
    expect(await codeAt('/endless.txt', { wholeMs: 300 })).toBe('edgar-took-too-long')
  })

  it('says that nobody is there, after trying again', async () => {
    edgar.standing['/broken.txt'] = request => request.destroy()
    expect(await codeAt('/broken.txt')).toBe('edgar-cannot-be-reached')
    expect(edgar.asked).toHaveLength(4)
  })
})
