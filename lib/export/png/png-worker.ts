import { answerTasks } from '../answer-tasks.ts'
import { drawPng } from './draw-png.ts'

/** The thread that draws pictures as PNG (`server/picture-answer.ts`). Node runs this file as it is. */
answerTasks(drawPng)
