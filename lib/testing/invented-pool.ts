import path from 'node:path'
import { drawingPool } from '../server/drawing-pool.ts'

/** For tests: a process with one that draws; says on standard output which, and that it is busy without end. */
const pool = drawingPool(path.join(import.meta.dirname, 'invented-drawer.ts'), { size: 1 })
const { body } = await pool.draw({ url: '/a', headers: {} })
void pool.draw({ url: '/hangs', headers: {} })
setTimeout(() => console.log(body.toString().split(' ')[0]), 300)
