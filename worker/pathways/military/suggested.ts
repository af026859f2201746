import type { Branch } from './branch-input.ts'

interface Suggestion {
  branch: Branch
  code: string
  /** O*NET-SOC codes, the most likely first. */
  occupations: readonly string[]
}

const of = (branch: Branch, code: string, occupations: string): Suggestion => ({
  branch,
  code,
  occupations: occupations.split(' '),
})

/**
 * Civilian work that Mettle suggests for some common codes. The crosswalk of O*NET leads from 11B,
 * 0311 and others to military occupations only, so without these there would be no answer.
 */
export const suggestions: readonly Suggestion[] = [
  of('army', '11B', '47-2061.00 33-9032.00 33-3051.00 13-1151.00'),
  of('marine-corps', '0311', '47-2061.00 33-9032.00 33-3051.00 13-1151.00'),
  of('army', '88M', '53-3032.00 43-5032.00 53-1043.00'),
  of('marine-corps', '3531', '53-3032.00 43-5032.00 49-3031.00'),
  of('army', '91B', '49-3023.00 49-3031.00 49-1011.00'),
  of('army', '25B', '15-1232.00 15-1231.00 15-1244.00'),
  of('marine-corps', '0611', '49-2022.00 49-9052.00 15-1231.00'),
  of('army', '68W', '31-9092.00 29-2061.00 31-1131.00'),
  of('navy', 'HM', '31-9092.00 29-2061.00 31-1131.00'),
  of('army', '92Y', '43-5071.00 13-1081.00 53-7065.00'),
  of('army', '15T', '49-3011.00 49-2091.00'),
  of('marine-corps', '6112', '49-3011.00 49-2091.00'),
  of('army', '31B', '33-3051.00 33-9032.00 33-1012.00'),
  of('navy', 'MA', '33-3051.00 33-9032.00 33-1012.00'),
  of('air-force', '3P0X1', '33-3051.00 33-9032.00 33-1012.00'),
  of('army', '12B', '47-2061.00 47-2073.00 47-1011.00'),
  of('army', '35F', '33-3021.06 15-2051.01 13-1161.00'),
]
