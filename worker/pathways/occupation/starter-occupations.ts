import { skillIds } from '../../skills/skill.ts'
import { type Occupation, type OccupationSet, interests } from './occupation.ts'

/**
 * Used until an operator imports occupations: 36 of them in our own words. Nothing was measured. Of
 * O*NET there is only the code, so that an import replaces them. Columns: code; job zone; need of
 * each skill in the order of `skillIds`, estimated by hand from 0 to 2; interests in the order of
 * `interests`, 0 to 2; title; what people do.
 */
const table = `
13-1081.00 4 11120001 012012 Supply planner | Plans how goods get where they are needed, on time and at a good price.
13-1151.00 4 11101120 001221 Trainer at work | Plans courses for staff, teaches them and checks what people learned.
13-1161.00 4 10221010 021022 Market researcher | Finds out what people want to buy, and explains it to those who decide.
15-1231.00 4 10120001 220002 Network technician | Sets up computer networks, finds faults in them and repairs them.
15-1232.00 3 00111211 120101 Computer helpdesk worker | Helps people whose computer or program does not do what they need.
15-1244.00 4 10220001 220002 Network and server administrator | Keeps the servers and networks of an organization running and safe.
15-2051.01 4 10220010 021012 Business data analyst | Turns figures about a business into reports that help people decide.
29-1141.00 4 01012212 120201 Hospital nurse | Cares for sick people, watches how they are and works with doctors.
29-2061.00 3 01001211 110201 Practical nurse | Gives basic care to patients, takes measurements and helps with treatment.
31-1131.00 2 01001201 100201 Care assistant | Helps patients to wash, eat and move, and tells nurses what has changed.
31-9092.00 3 01001210 110102 Doctor’s office assistant | Prepares patients, takes samples and keeps the records of a practice.
33-1012.00 3 11011022 100120 Police supervisor | Leads a team of police officers, plans their work and checks reports.
33-3021.06 4 10221000 021011 Security intelligence analyst | Puts facts from many sources together to see a danger early.
33-3051.00 3 10011112 200110 Police patrol officer | Patrols an area, answers calls for help and calms conflicts.
33-9032.00 2 10000112 200102 Security guard | Watches a building or an event, checks who comes in and acts if there is trouble.
35-2014.00 2 02100001 201010 Restaurant cook | Prepares dishes to order, quickly and safely, together with a team.
39-9011.00 2 01101201 001200 Child carer | Looks after young children, plays with them and keeps them safe.
41-2031.00 2 10001110 000121 Shop salesperson | Helps customers to find what they need, and sells it to them.
43-4051.00 2 00001212 000112 Customer support agent | Answers questions and complaints by phone, chat and email.
43-5032.00 2 01010012 100012 Transport dispatcher | Sends drivers to their jobs, follows where they are and solves delays.
43-5071.00 2 01010000 100002 Goods-in and shipping clerk | Checks what arrives, packs what leaves and keeps the records right.
47-1011.00 3 22110011 200021 Construction supervisor | Plans the day on a building site, leads the crew and keeps people safe.
47-2061.00 2 02000001 200001 Building site worker | Clears the site, carries material, digs, and helps the trades.
47-2073.00 2 01010001 200001 Digger and crane operator | Moves earth and loads with heavy machines, close to other people.
49-1011.00 3 12110010 200021 Workshop supervisor | Leads a team of mechanics, shares out the work and checks it.
49-2022.00 3 10110110 210001 Phone and internet installer | Puts in lines and equipment at customers’ places, and repairs them.
49-2091.00 3 00120001 220001 Aircraft electronics technician | Tests and repairs radios, radar and other electronics of aircraft.
49-3011.00 3 01120001 210001 Aircraft mechanic | Inspects aircraft, finds faults, and repairs and records them.
49-3023.00 3 10120000 210001 Car mechanic | Finds out what is wrong with a car, and repairs it.
49-3031.00 3 10120001 210001 Truck and bus mechanic | Keeps diesel engines and heavy vehicles running.
49-9052.00 2 11000001 200001 Cable line worker | Lays and mends phone and data cables, often high up and in bad weather.
53-1043.00 3 12010021 100021 Transport team leader | Leads drivers and loaders, plans routes and loads, and solves problems.
53-3032.00 2 10000002 200001 Long-distance truck driver | Drives heavy trucks over long distances, safely and on time.
53-5011.00 2 02000002 200001 Deckhand | Handles ropes, keeps watch and maintains a ship, in any weather.
53-5021.00 3 11020012 200021 Ship’s officer | Commands a ship or its watch, finds the way and leads the crew.
53-7065.00 1 01000001 100002 Warehouse order picker | Collects the goods of an order, packs them and fills the shelves.
`

const row =
  /^(?<code>\S+) (?<jobZone>[1-5]) (?<need>[0-2]{8}) (?<liked>[0-2]{6}) (?<title>[^|]+) \| (?<description>.+)$/

function read(line: string): Occupation {
  const { code, jobZone, need, liked, title, description } = row.exec(line)?.groups ?? {}
  if (!code || !need || !liked || !title || !description) throw new Error(`Cannot read: ${line}`)
  return {
    code,
    title,
    description,
    jobZone: Number(jobZone),
    need: digitsBy(skillIds, need),
    interests: digitsBy(interests, liked),
  }
}

const digitsBy = <Name extends string>(names: readonly Name[], digits: string) =>
  Object.fromEntries(names.map((name, index) => [name, Number(digits[index])])) as Record<
    Name,
    number
  >

export const starterSet: OccupationSet = {
  kind: 'starter',
  occupations: new Map(
    table
      .trim()
      .split('\n')
      .map(read)
      .map((occupation) => [occupation.code, occupation]),
  ),
}
