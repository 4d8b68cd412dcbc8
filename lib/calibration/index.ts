export { type Calibration, calibrate, type DimensionCalibration, type Miss } from './calibrate.ts'
export { generateTape } from './generated-tape.ts'
export { addCalibrations, type CalibrationSums, widthsOf } from './sum-calibrations.ts'
