import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'

/** For tests: a started command that serves, what it has written so far, and its end. */
export type StandIn = {
  child: ChildProcess
  port: number
  /** The server's process, and the one that started it. */
  server: number
  starter: number
  said: () => string
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** Start a command in a process group of its own and wait until it says where it listens. */
export async function startServing(
  command: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<StandIn> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options, detached: true })
  let said = ''
  child.stderr?.on('data', chunk => {
    said += chunk
  })
  const ended: StandIn['ended'] = new Promise(resolve =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  )
  const isOver = ended.then(() => true)
  for (;;) {
    const [port, server, starter] =
      /listening on (\d+) as (\d+) for (\d+)/.exec(said)?.slice(1).map(Number) ?? []
    if (port && server && starter) return { child, port, server, starter, said: () => said, ended }
    if (await Promise.race([isOver, sleep(20)])) throw new Error(`nothing was served: ${said}`)
  }
}

function sleep(ms: number): Promise<false> {
  return new Promise(resolve => setTimeout(resolve, ms, false))
}

export type Upload = { finish(): void; answer: Promise<string> }

/** Begin to send something; the rest of it goes when `finish` is called. Gives all that is answered, headers and all. */
export function beginUpload(port: number): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', chunk => {
      answer += chunk
    })
    const whole = new Promise<string>(done => socket.once('close', () => done(answer)))
    socket.once('error', reject)
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nfirst', () => {
      // Sent is not yet read by the server.
      setTimeout(() => resolve({ finish: () => socket.write('later'), answer: whole }), 200)
    })
  })
}

/** True while a process runs; one that has ended and is only still listed does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const status = `/proc/${pid}/stat`
    return !existsSync(status) || !/\) [ZX] /.test(readFileSync(status, 'utf8'))
  } catch {
    return false
  }
}

/** True while something listens there. */
export function isServed(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
