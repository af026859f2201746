import { country } from './figures.ts'

// ISO 3166-2 subdivisions by country, `code name`, named as in their own country. A region that is
// not listed is shown by its code, and can be typed as a code.
const listed: Record<string, string> = {
  AU: 'ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia',
  CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Québec|SK Saskatchewan|YT Yukon',
  DE: 'BB Brandenburg|BE Berlin|BW Baden-Württemberg|BY Bayern|HB Bremen|HE Hessen|HH Hamburg|MV Mecklenburg-Vorpommern|NI Niedersachsen|NW Nordrhein-Westfalen|RP Rheinland-Pfalz|SH Schleswig-Holstein|SL Saarland|SN Sachsen|ST Sachsen-Anhalt|TH Thüringen',
  ES: 'AN Andalucía|AR Aragón|AS Asturias|CB Cantabria|CE Ceuta|CL Castilla y León|CM Castilla-La Mancha|CN Canarias|CT Catalunya|EX Extremadura|GA Galicia|IB Illes Balears|MC Murcia|MD Madrid|ML Melilla|NC Navarra|PV Euskadi|RI La Rioja|VC Comunitat Valenciana',
  FR: 'ARA Auvergne-Rhône-Alpes|BFC Bourgogne-Franche-Comté|BRE Bretagne|CVL Centre-Val de Loire|20R Corse|GES Grand Est|HDF Hauts-de-France|IDF Île-de-France|NAQ Nouvelle-Aquitaine|NOR Normandie|OCC Occitanie|PAC Provence-Alpes-Côte d’Azur|PDL Pays de la Loire',
  GB: 'ENG England|NIR Northern Ireland|SCT Scotland|WLS Wales|ABC Armagh, Banbridge and Craigavon|ABD Aberdeenshire|ABE Aberdeen|AGB Argyll and Bute|AGY Anglesey|AND Ards and North Down|ANN Antrim and Newtownabbey|ANS Angus|BAS Bath and North East Somerset|BBD Blackburn with Darwen|BCP Bournemouth, Christchurch and Poole|BDF Bedford|BDG Barking and Dagenham|BEN Brent|BEX Bexley|BFS Belfast|BGE Bridgend|BGW Blaenau Gwent|BIR Birmingham|BKM Buckinghamshire|BNE Barnet|BNH Brighton and Hove|BNS Barnsley|BOL Bolton|BPL Blackpool|BRC Bracknell Forest|BRD Bradford|BRY Bromley|BST Bristol|BUR Bury|CAM Cambridgeshire|CAY Caerphilly|CBF Central Bedfordshire|CCG Causeway Coast and Glens|CGN Ceredigion|CHE Cheshire East|CHW Cheshire West and Chester|CLD Calderdale|CLK Clackmannanshire|CMA Cumbria|CMD Camden|CMN Carmarthenshire|CON Cornwall|COV Coventry|CRF Cardiff|CRY Croydon|CWY Conwy|DAL Darlington|DBY Derbyshire|DEN Denbighshire|DER Derby|DEV Devon|DGY Dumfries and Galloway|DNC Doncaster|DND Dundee|DOR Dorset|DRS Derry and Strabane|DUD Dudley|DUR Durham|EAL Ealing|EAY East Ayrshire|EDH Edinburgh|EDU East Dunbartonshire|ELN East Lothian|ELS Outer Hebrides|ENF Enfield|ERW East Renfrewshire|ERY East Riding of Yorkshire|ESS Essex|ESX East Sussex|FAL Falkirk|FIF Fife|FLN Flintshire|FMO Fermanagh and Omagh|GAT Gateshead|GLG Glasgow|GLS Gloucestershire|GRE Greenwich|GWN Gwynedd|HAL Halton|HAM Hampshire|HAV Havering|HCK Hackney|HEF Herefordshire|HIL Hillingdon|HLD Highland|HMF Hammersmith and Fulham|HNS Hounslow|HPL Hartlepool|HRT Hertfordshire|HRW Harrow|HRY Haringey|IOS Isles of Scilly|IOW Isle of Wight|ISL Islington|IVC Inverclyde|KEC Kensington and Chelsea|KEN Kent|KHL Kingston upon Hull|KIR Kirklees|KTT Kingston upon Thames|KWL Knowsley|LAN Lancashire|LBC Lisburn and Castlereagh|LBH Lambeth|LCE Leicester|LDS Leeds|LEC Leicestershire|LEW Lewisham|LIN Lincolnshire|LIV Liverpool|LND City of London|LUT Luton|MAN Manchester|MDB Middlesbrough|MDW Medway|MEA Mid and East Antrim|MIK Milton Keynes|MLN Midlothian|MON Monmouthshire|MRT Merton|MRY Moray|MTY Merthyr Tydfil|MUL Mid Ulster|NAY North Ayrshire|NBL Northumberland|NEL North East Lincolnshire|NET Newcastle upon Tyne|NFK Norfolk|NGM Nottingham|NLK North Lanarkshire|NLN North Lincolnshire|NMD Newry, Mourne and Down|NNH North Northamptonshire|NSM North Somerset|NTL Neath Port Talbot|NTT Nottinghamshire|NTY North Tyneside|NWM Newham|NWP Newport|NYK North Yorkshire|OLD Oldham|ORK Orkney|OXF Oxfordshire|PEM Pembrokeshire|PKN Perth and Kinross|PLY Plymouth|POR Portsmouth|POW Powys|PTE Peterborough|RCC Redcar and Cleveland|RCH Rochdale|RCT Rhondda Cynon Taff|RDB Redbridge|RDG Reading|RFW Renfrewshire|RIC Richmond upon Thames|ROT Rotherham|RUT Rutland|SAW Sandwell|SAY South Ayrshire|SCB Scottish Borders|SFK Suffolk|SFT Sefton|SGC South Gloucestershire|SHF Sheffield|SHN St Helens|SHR Shropshire|SKP Stockport|SLF Salford|SLG Slough|SLK South Lanarkshire|SND Sunderland|SOL Solihull|SOM Somerset|SOS Southend-on-Sea|SRY Surrey|STE Stoke-on-Trent|STG Stirling|STH Southampton|STN Sutton|STS Staffordshire|STT Stockton-on-Tees|STY South Tyneside|SWA Swansea|SWD Swindon|SWK Southwark|TAM Tameside|TFW Telford and Wrekin|THR Thurrock|TOB Torbay|TOF Torfaen|TRF Trafford|TWH Tower Hamlets|VGL Vale of Glamorgan|WAR Warwickshire|WBK West Berkshire|WDU West Dunbartonshire|WFT Waltham Forest|WGN Wigan|WIL Wiltshire|WKF Wakefield|WLL Walsall|WLN West Lothian|WLV Wolverhampton|WND Wandsworth|WNH West Northamptonshire|WNM Windsor and Maidenhead|WOK Wokingham|WOR Worcestershire|WRL Wirral|WRT Warrington|WRX Wrexham|WSM Westminster|WSX West Sussex|YOR York|ZET Shetland',
  IE: 'C Connacht|L Leinster|M Munster|U Ulster|CE Clare|CN Cavan|CO Cork|CW Carlow|D Dublin|DL Donegal|G Galway|KE Kildare|KK Kilkenny|KY Kerry|LD Longford|LH Louth|LK Limerick|LM Leitrim|LS Laois|MH Meath|MN Monaghan|MO Mayo|OY Offaly|RN Roscommon|SO Sligo|TA Tipperary|WD Waterford|WH Westmeath|WW Wicklow|WX Wexford',
  NL: 'DR Drenthe|FL Flevoland|FR Fryslân|GE Gelderland|GR Groningen|LI Limburg|NB Noord-Brabant|NH Noord-Holland|OV Overijssel|UT Utrecht|ZE Zeeland|ZH Zuid-Holland',
  NZ: 'AUK Auckland|BOP Bay of Plenty|CAN Canterbury|CIT Chatham Islands|GIS Gisborne|HKB Hawke’s Bay|MBH Marlborough|MWT Manawatū-Whanganui|NSN Nelson|NTL Northland|OTA Otago|STL Southland|TAS Tasman|TKI Taranaki|WGN Greater Wellington|WKO Waikato|WTC West Coast',
  US: 'AK Alaska|AL Alabama|AR Arkansas|AZ Arizona|CA California|CO Colorado|CT Connecticut|DC District of Columbia|DE Delaware|FL Florida|GA Georgia|HI Hawaii|IA Iowa|ID Idaho|IL Illinois|IN Indiana|KS Kansas|KY Kentucky|LA Louisiana|MA Massachusetts|MD Maryland|ME Maine|MI Michigan|MN Minnesota|MO Missouri|MS Mississippi|MT Montana|NC North Carolina|ND North Dakota|NE Nebraska|NH New Hampshire|NJ New Jersey|NM New Mexico|NV Nevada|NY New York|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VA Virginia|VT Vermont|WA Washington|WI Wisconsin|WV West Virginia|WY Wyoming',
}

const names = new Map(
  Object.entries(listed).flatMap(([land, list]) =>
    list.split('|').map((entry): [string, string] => {
      const [code = ''] = entry.split(' ')
      return [`${land}-${code}`, entry.slice(code.length + 1)]
    }),
  ),
)

/** Every region that has a name here, by its ISO 3166-2 code. */
export const regionCodes = [...names.keys()]

/** Kingston upon Hull, from GB-KHL; a country by its name; the code where we have no name. */
export function regionName(code: string): string {
  return code.length === 2 ? country(code) : (names.get(code) ?? code)
}

/** Kingston upon Hull, United Kingdom: for lists with regions of several countries. */
export function regionInFull(code: string): string {
  if (code.length === 2) return country(code)
  return `${regionName(code)}, ${country(code.slice(0, 2))}`
}
