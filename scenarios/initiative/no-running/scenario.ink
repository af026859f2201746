# title: No running

// The calendar and the hostile answers are in docs/content/no-running.md.
// What the story remembers. Each is planted once and comes back later.
VAR first = "none"   // photo: the customers of lane six are told seven. lights: a new cable, bicycle two stays broken. show: the riders know.
VAR order = "none"   // far: far bags at 3:40, near at 4:34. middle: far 4:14, near 4:38. number: near 4:00, far 4:34.
VAR gate = "none"    // row, code, early
VAR far = "none"     // over: both riders cross in time. one: Duc alone. lock: neither.
VAR late = "none"    // shelf, ring, minutes
VAR note = "none"    // page, hana, nine

Thursday, ten to three. The delivery hub is in an old swimming pool, with no water in it now. Lorries bring parcels to the shallow end, where children learned to swim. Bicycles take them away from the deep end, up a ramp. On the wall it still says NO RUNNING. # passage: opening
You have worked at the belt for three weeks. You scan each parcel, and the belt takes it to one of six bags, one for each rider. A rider's streets are called a lane. Your task today is eight cages, which are big wire boxes on wheels. A cage takes ten minutes. If you leave the belt for more than five, it stops.
Cages one to five are for the near side of the river, lanes one to four. Cages six to eight are for the far side, lanes five and six. The order is yours to pick, in the app.
Nobody in the hall is the boss. There is the app, and behind the app is Yusra, who runs five hubs from two hundred kilometres away. On Thursdays she has a meeting until four and reads nothing. Over the belt hangs her target: six bags out by five. Yesterday it was five, in red.
At two a woman from the harbour pinned a paper to the side door, which only you use. BRIDGE CLOSED TODAY, 4:50 TO 6:20 PM. SHIP WITH CRANE. DO NOT RING. THE SHIP CANNOT WAIT. You read it, and then you swept the floor, because that is your job until three. Lanes five and six go over that bridge with thirty-eight parcels, promised for six. The app does not know about ships.
In cage eight something hums. The label says BEES.
The belt needs a quarter of an hour to warm up. That is time for one small thing, and nobody has told you which.
* [Take the paper down and show it to the riders. # choice: show-riders]
  ~ first = "show"
* [Look at the battery lights of the far side bicycles. # choice: battery-lights]
  ~ first = "lights"
* [Send Yusra a photo of the paper on the door. # choice: send-photo]
  ~ first = "photo"
- -> five_past_three

== five_past_three
{first == "photo":You take it twice, until every word is sharp.|{first == "show":Six people read one small paper.|The light of bicycle five is green. The light of bicycle six is yellow, which means less than half.}} # passage: five-past-three
{
- first == "photo":
  The photo goes out with one grey tick: sent, and not read. In the shallow end somebody laughs about something else. In this hall the bridge is still open.
- first == "show":
  "By the old boat lock, then," says Hana. "I did that once, in May. You carry the bicycle up the steps." Duc takes a picture and writes to somebody. Odile reads it last. "If the far side goes first, the clinic gets half of its parcels," she says, to the paper. Now nobody is resting.
- else:
  "That is the cable," says Nikhil, who mends the bicycles. He puts down the chain of bicycle two and fetches another cable. You hold the lamp. "At half past four it is green, or I eat it," he says. Bicycle two lies on its back. He had wanted to finish it before he goes.
}
Five past three. The riders have a break until half past four. Each bag opens with the card of its rider, so they cannot swap. None of them has to take orders from you. Hana, lane six, has one shoe off for the first time since eight. Duc, lane five, is reading for his evening class, which begins at half past six.
Odile, lane one, has the clinic. Its twelve parcels are somewhere in cages one to five. It takes parcels until half past four, so her gate opens at four. The others open at half past. Only Yusra can open a gate earlier, or change the hour that a customer was promised.
The other bags come off their hooks from twenty past four, and the riders load when the break is over. That takes ten minutes. The bridge is fifteen minutes away. So lanes five and six are there at five to five. The other way goes over an old lock for boats. It has eleven steps and takes twenty-five minutes longer.
Nikhil {first != "lights":mends the bicycles and charges the batteries. He }goes at four, because his son's nursery shuts at half past. A full charge takes two hours, and there is no spare battery. {first != "lights":On the charging rack the light of bicycle six is yellow, which means less than half.}
You think of Market Street. Two weeks ago it was closed for the market. You had seen the sign on your way to work, and you thought that everybody had. Eleven parcels came back. Arvid, who has the belt after you, took them round until ten at night.
In five minutes the belt will run.
# response: before
* [# answered: before]
- -> order_of_cages

== order_of_cages
Ten past three. The belt is warm, and its lamp turns green. Whatever else is happening, it does not start without an order. # passage: order
The app knows three. By number, the near bags are full at four, and the far bags at 4:34.
With the far side first, the far bags are full at 3:40, and the near bags at 4:34.
With the far side in the middle, the far bags are full at 4:14, and the near bags at 4:38. The belt then changes sides twice. When it changes, it makes mistakes.
{first == "show":Odile has come to fill her bottle at the tap beside the belt. It is a very small bottle, and it takes her a long time.}
Which order do you start?
* [One to three, six to eight, then the rest. # choice: far-middle]
  ~ order = "middle"
* [Cages one to five, and then six to eight. # choice: by-number]
  ~ order = "number"
* [Cages six to eight, and then one to five. # choice: far-first]
  ~ order = "far"
- -> ten_past_four

== ten_past_four
{order == "number":Ten past four. The near bags are full, and cage six is on the belt.|{order == "far":Ten past four. The far bags have been full since twenty to four, and one of them hums.|Ten past four. Cage eight is on the belt. You can hear it come.}} # passage: ten-past-four
{
- order == "number":
  Odile has just gone out with all twelve parcels for the clinic. She rang her bell at you, twice. Two more cages for the far side stand in line.
- order == "far":
  Odile has just gone out. She had five of the clinic's twelve parcels, because the other seven are still in the cages. She looked back once.
- else:
  Odile has just gone out, with seven of the clinic's twelve parcels. When the belt changed sides, it put a shoe box on top of the lamp, and you had to climb for it.
}
Nikhil has left. {first == "lights":Bicycle six has a green light. Bicycle two still lies on its back. Its rider has pulled out an old one with no motor, and is looking for a pump.}
The scanner buzzes. {first == "photo":"Your photo was the first thing I saw at four. I have told lane six's customers seven o'clock, to be safe.|"I am out of my meeting. The harbour has written to me about your bridge.} Do you want a gate early? Then say which, and why, before twenty past. It goes into my report. And six bags out by five, please. Yusra."
You turn the scanner over. On its back is a strip of tape: YUSRA, ALL GATES, and four numbers. Somebody must have needed her code once.
You can leave the belt for five minutes. What do you use them for?
* [Write to Yusra why two gates should open early. # choice: early-gates]
  ~ gate = "early"
* [Line up three riders to load the far bags. # choice: load-in-row]
  ~ gate = "row"
* [Type in the code and open the gates now. # choice: use-code]
  ~ gate = "code"
- {
  - order != "number":
    ~ far = "over"
  - gate == "row":
    ~ far = "one"
  - else:
    ~ far = "lock"
  }
- -> bridge

== bridge
{gate == "early":You write it three times. Twice it sounds like a complaint.|{gate == "code":There is one long beep. The hooks let go, and every gate in the hall goes up.|Three riders stand in a row, from the hooks to the bicycles.}} # passage: bridge # final
{
- gate == "early":
  "Good reason," writes Yusra. "Five and six, open from twenty past." By then you have been away for too long, and the belt has stopped. {far == "over":The rider of lane four|Duc} stands beside it with his helmet on and counts the tiles.
  {far == "over":At a quarter to five Hana and Duc ride over the bridge, and behind them the red lights begin. The last bag goes out at two minutes to five.|At twenty past the two gates go up, and there is nothing to go through them. The far bags are full at twenty to five. The red lights are on before Hana and Duc see the river. They turn round, for the old lock. "Then I will tell thirty-eight people half past seven," writes Yusra.} Six of six, says the big screen.
- gate == "code":
  {order == "number":The near bags are full, and they go out at once. The far bags are full at 4:34. The red lights are on before Hana and Duc see the river. They turn round, for the old lock.|{order == "far":Hana and Duc|With the last parcel, Hana and Duc} are out, and over the bridge before the red lights. The riders of the near side have heard the beep too. They take their bags as they are, half full, and go. {order == "far":Twenty-four|Sixteen} more parcels come down the belt, and there are no bags for them to fall into.}
  "Who has opened five hubs?" writes Yusra. All means all. In four other towns, half-full bags are on the road. Six of six, says your screen, in green.
- else:
  {far == "over":The parcels go from hand to hand, and Hana and Duc only have to pack. In three minutes both bicycles are ready. At a quarter to five Hana and Duc are over the bridge, and behind them the red lights begin.|At 4:34 the far bags are full. The parcels go from hand to hand, and three minutes later both bicycles are out. Duc rides like somebody with a class, and is over at 4:49. When Hana comes, the road is going up in front of her, with its white line on it. She turns round, for the old lock.}
  Then the three sit down again and take the ten minutes of break that they gave. So lane three goes out at three minutes past five. Five of six, says the big screen, in red.
}
Twenty to six. {far == "over":Lanes five and six are done, and Hana and Duc are on the far side until the bridge opens. {first == "show":Duc has told his teacher. He will listen on his phone, on a bench by the river.|Duc's class begins at half past six, on this side.} {first == "photo":Six people in lane six were not at home. They had been told seven.}|{far == "one":Duc has done his lane, and is on the far side until the bridge opens. }From the old lock Hana has sent a picture of eleven steps. {gate == "early":On the far side they have all read half past seven.|{first == "photo":Her customers have been told seven, so none of them is waiting yet.|Her customers expect her before six.}}}
{
- gate == "code" && order != "number":
  On the return shelf, for Arvid, lie the {order == "far":twenty-four|sixteen} parcels that missed their bags, the clinic's among them. {order == "middle":Three more went over the river in the wrong bag, when the belt changed sides.}
- order == "number":
  On the return shelf, for Arvid, lie six parcels for people who were not at home.
- order == "far":
  On the return shelf, for Arvid, lie the clinic's other seven parcels.
- else:
  On the return shelf, for Arvid, lie the clinic's other five parcels. Three more went over the river in the wrong bag, when the belt changed sides.
}
The woman from the harbour comes in by the side door and pins up a new paper. SATURDAY THE CRANE GOES BACK. THE HOUR IS ON OUR PAGE THAT DAY, FROM HALF PAST EIGHT. Then she is gone.
The belt is empty. At six Arvid takes over. You have twenty minutes, and nobody has asked you for anything.
* [Write down the whole afternoon, minute by minute. # choice: write-minutes]
  ~ late = "minutes"
* [Sort the return shelf by street and by door. # choice: sort-shelf]
  ~ late = "shelf"
* [Ring Arvid at home and tell him what waits. # choice: ring-arvid]
  ~ late = "ring"
- -> handover

== handover
{late == "shelf":You make a heap for each street, and put its name on top.|{late == "minutes":You write on the back of cage labels, because there is no other paper.|Arvid picks up with his mouth full.}} # passage: handover
{
- late == "shelf":
  It takes all of the twenty minutes. Arvid comes in by the front door, and he looks at the shelf before he looks at you. "By door," he says.
- late == "minutes":
  It fills two labels. Between two o'clock and ten to three there is one line: read paper, swept floor. While you write, somebody puts two more parcels on the shelf. Arvid comes in by the front door. He looks at the shelf before he looks at you.
- else:
  "How many?" he says, and then, "I am coming." He is there ten minutes early, with his dinner in a box under his arm. You have talked for as long as it takes to sort a shelf, and the shelf is one heap.
}
"Two weeks ago there were eleven parcels there, and not one word," says Arvid. "I learned about Market Street from an angry man in a bathrobe."
A lorry brings him three cages at seven. Their bags go out at eight, to both sides of the river, on the same bicycles that you had. His riders come at half past seven, and until then he is alone. Bicycles five and six will not be back before half past six. {far == "lock":Both have gone the long way.|{far == "one":Six has gone the long way.|They must wait for the bridge.}} A full charge takes two hours.
On Saturday you and Arvid both work, from eight, and the gates open at ten. Hana works too. She lives on the far side, and comes over the bridge at nine.
Arvid is not your boss, and you are not his. He sits down on an empty cage, and it rolls a little. "So?" he says.
# response: handover
* [# answered: handover]
- -> one_line

== one_line
Ten past six. The scanner buzzes once more. # passage: one-line
Yusra sends it every Thursday: "What must Saturday know? One line." On Saturday, everybody who opens the app reads that line first. {gate == "code":Under it she has written, "About the gates, we talk tomorrow."|{gate == "row":Under it she has written, "And why was lane three late?"|Under it she has written, "My report has your reason in it."}}
{late == "ring":Arvid eats out of his box with a screwdriver.|{late == "shelf":Arvid is loading the first heap into a basket.|Arvid holds your two labels up to the light.}} Through the high window you can see the crane, black and very slow, above the roofs.
What do you put in the line?
* [The far side asks Yusra for gates at nine. # choice: gates-at-nine]
  ~ note = "nine"
* [Hana finds out at the bridge and rings us. # choice: hana-rings]
  ~ note = "hana"
* [Whoever opens the hall reads the harbour page first. # choice: read-page]
  ~ note = "page"
- {
  - gate == "code":
    -> five_hubs
  - far == "over":
    -> other_side
  - far == "one":
    -> white_line
  - else:
    -> eleven_steps
  }

== other_side
At twenty-five to seven two bicycles come down the ramp. Hana takes off both shoes. "{first == "photo":Thirty-two," she says. "Six are for Arvid.|Thirty-eight," she says.} {first == "photo":But|"And} the bees are in their garden, and it still had sun." # passage: ending-other-side
{first == "show":Duc comes in with his phone at his ear, writing on his hand.|Duc drops his helmet on a hook. His class began five minutes ago. He goes the whole length of the pool as fast as he can, under the sign, with his book.}
On Friday the clinic has its other {order == "far":seven parcels. They come before it opens, so they are first for once.|five parcels. Somebody in lane three gets a lamp a day late, and it has been over the river and back.}
-> coda ->
{gate == "row":The big screen still says five, in red, because nobody can set it back before Monday. On the edge of the pool three riders sit in a row, and a bag of cherries goes from hand to hand.|The rider of lane four is still counting tiles. He is at nine hundred. He says that he likes to know.}
-> END

== five_hubs
On Friday there is no tape on the scanner any more. Yusra rings at nine. "I was on the phone with four towns last night," she says. "I want to know what you saw, from the start." She does not raise her voice. While you tell her, you hear her type. # passage: ending-five-hubs
{far == "over":"So your far side had its parcels," she says at the end. "And on the coast, a man rode out with one letter."|"And your far side had its parcels half an hour late," she says at the end. "So what was it good for?"} There is a new code now, and you do not have it.
{order == "number":Odile says that the clinic has asked who packed so well.|By ten on Thursday night the {order == "far":twenty-four|sixteen} were at their doors, all but the clinic's. The last door belonged to the man in the bathrobe.}
-> coda ->
The gates still go up with that long beep. Each time, for a moment, everybody looks at the scanner in your hand.
-> END

== white_line
At twenty-five to seven Duc comes down the ramp. {first == "show":He has his phone at his ear, and he writes on his hand.|His class began five minutes ago. He goes the whole length of the pool as fast as he can, under the sign, with his book.} Hana comes in at {first == "lights":five to seven. The light on her bicycle is still green.|a quarter past seven, with one shoe in her hand.} # passage: ending-white-line
"Twenty parcels," she says. "{first == "photo":They had been told seven, so I was late and early at the same time.|Eight people had gone out again. The rest were very polite about it.}" She shows everybody her picture of the white line, going up into the sky.
On Friday the clinic sends Odile back with a cake for the belt, because all twelve were there.
-> coda ->
Three riders sit on the edge of the pool in a row, and the last of the cake goes from hand to hand. It does not get to the end.
-> END

== eleven_steps
At a quarter past seven two bicycles come down the ramp, with mud up to the lamps. Duc's class is half over. {first == "show":He has listened to it on his phone, all the way back.|He sits down beside his book and does not open it.} # passage: ending-eleven-steps
"Nobody was cross," says Hana. "They had all read half past seven. So we were early, and nine of them were not at home yet, and I went round twice." The bees were quiet, she says. She had talked to them on every step.
On Friday the clinic sends Odile back with a cake for the belt, because all twelve were there.
-> coda ->
Duc has brought a tape measure to the hall. He wants to know how high those steps are. Hana says that she can tell him that.
-> END

== coda
{
- note == "page":
  Saturday, eight o'clock. Somebody reads the line and opens the harbour page. It says, "Hour follows." At ten to nine it says, "Twenty to twelve." It is Odile who reads that out, and she only rides on this side. The far side goes out at ten, as always, and is back before the crane.
- note == "hana":
  Saturday, nine o'clock. The hall's telephone rings, and it is Hana at the bridge. "Twenty to twelve," she says. "The bridge keeper has shown me the motor." The far side goes out at ten and is back before the crane. Lane six is ten minutes behind, because Hana also wanted to see the brake.
- else:
  Saturday, a quarter past nine. The two far gates are open. Hana and Duc ride out with what there is, and come back for the rest. The crane passes at twenty to twelve. By then Duc has slept for an hour in the shallow end, with his book on his face.
}
{
- late == "shelf":
  The return shelf has a street name at every half metre now, in Arvid's writing.
- late == "minutes":
  Your two labels hang beside the big screen. Under "swept floor" somebody has drawn a bee.
- else:
  Arvid now rings the belt every day at half past five. "How many?" he says. You have to count with the phone under your chin.
}
{first == "photo":In the app there is a new box, "Photo from the hall". Yusra's example for it is your side door.|{first == "show":A copy of the harbour's paper lies on the riders' table. It has jam on it, so it has been read.|Bicycle two has its chain again. Nikhil has also hung a lamp over the rack, at the height of your hand.}} From a garden on the far side comes a postcard for lane six. It shows a bee on a bicycle bell. On the back there is one word: "Busy."
->->
