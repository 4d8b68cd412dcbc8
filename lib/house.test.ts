import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * The folders of lib in the order the data flows. A folder imports itself and folders before it, never a later one.
 * lib/README.md draws the same order for people.
 */
const order = [
  'report',
  'report.ts',
  'report-room.ts',
  'cut-text.ts',
  'library-faults.ts',
  'edgar-faults.ts',
  'issues.ts',
  'remember.ts',
  'remember-of.ts',
  'extremes.ts',
  'add-all.ts',
  'once-per.ts',
  'unique-names.ts',
  'ordered.ts',
  'format',
  'filing',
  'values',
  'cover',
  'coverage',
  'grid',
  'dimensions',
  'measures',
  'reading',
  'stratification',
  'statistics',
  'checks',
  'distributions',
  'pool',
  'tape',
  'calibration',
  'figures',
  'move-lines.ts',
  'read-filing.ts',
  'read-packed-filing.ts',
  'explain',
  'cli',
  'addresses',
  'access',
  'names',
  'words',
  'evidence',
  'layout',
  'trends',
  'periods',
  'charts',
  'library',
  'export',
  'archive',
  'edgar',
  'server',
  'import',
  'keeping',
  'assistant',
  'testing',
  'fixtures',
  'bench',
  'attack',
  'sentences',
  'setup',
]
const root = import.meta.dirname
const project = path.join(root, '..')

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* sourceFiles(full)
    else if (/\.(ts|tsx|mjs)$/.test(entry.name)) yield full
  }
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(found => found[1] ?? '')
}

/** The first part of a path inside lib: its folder, or the file itself. */
function room(file: string): string {
  return path.relative(root, file).split(path.sep)[0] ?? ''
}

const files = [...sourceFiles(root)].filter(file => !/\.test\.tsx?$/.test(file))

/** The file of this project that an import names; null for a package. */
function targetOf(file: string, from: string): string | null {
  if (from.startsWith('@/')) return path.join(project, from.slice(2))
  return from.startsWith('.') ? path.resolve(path.dirname(file), from) : null
}

/** Files that import each other, directly or through others: one circle from each place where following imports meets one. */
function findCircles(sources: readonly string[]): string[][] {
  const circles: string[][] = []
  const known = new Set(sources)
  const done = new Set<string>()
  const trail: string[] = []
  const follow = (file: string) => {
    if (trail.includes(file)) circles.push(trail.slice(trail.indexOf(file)))
    if (done.has(file)) return
    done.add(file)
    trail.push(file)
    for (const from of importsOf(file)) {
      const target = targetOf(file, from)
      if (target !== null && known.has(target)) follow(target)
    }
    trail.pop()
  }
  for (const file of sources) follow(file)
  return circles
}

describe('the house', () => {
  it('has a place in the order for every folder of lib', () => {
    const rooms = new Set(files.map(room))
    expect([...rooms].filter(name => !order.includes(name))).toEqual([])
  })

  it('lets a stage import earlier stages only', () => {
    const wrong = files.flatMap(file =>
      importsOf(file)
        .filter(from => from.startsWith('.'))
        .map(from => path.resolve(path.dirname(file), from))
        .filter(target => order.indexOf(room(target)) > order.indexOf(room(file)))
        .map(target => `${path.relative(root, file)} imports ${path.relative(root, target)}`),
    )
    expect(wrong).toEqual([])
  })

  it('keeps drawing out of lib', () => {
    const wrong = files.filter(file =>
      importsOf(file).some(from => /^(@\/|react|recharts|next\/)|components\/|\/app\//.test(from)),
    )
    expect(wrong.map(file => path.relative(root, file))).toEqual([])
  })

  it('keeps what tests share out of what runs', () => {
    const forTests = ['testing', 'fixtures', 'bench', 'attack', 'sentences']
    const drawn = ['app', 'components'].flatMap(name => [...sourceFiles(path.join(project, name))])
    const running = [...drawn, ...files.filter(file => !forTests.includes(room(file)))]
    const wrong = running
      .filter(file => !/\.test\.tsx?$/.test(file))
      .flatMap(file =>
        importsOf(file)
          .map(from => targetOf(file, from))
          .filter(target => target !== null && forTests.includes(room(target)))
          .map(target => `${path.relative(project, file)} imports ${path.relative(root, target ?? '')}`),
      )
    expect(wrong).toEqual([])
  })

  it('has no circle of imports, not even of types', () => {
    const drawn = ['app', 'components', 'e2e'].flatMap(name => [...sourceFiles(path.join(project, name))])
    const circles = findCircles([...sourceFiles(root), ...drawn])
    expect(circles.map(circle => circle.map(file => path.relative(project, file)))).toEqual([])
  })

  it('imports Recharts in components/charts alone', () => {
    const drawn = ['app', 'components'].flatMap(name => [...sourceFiles(path.join(project, name))])
    const wrong = drawn.filter(
      file => importsOf(file).includes('recharts') && !file.includes('components/charts'),
    )
    expect(wrong).toEqual([])
  })
})
