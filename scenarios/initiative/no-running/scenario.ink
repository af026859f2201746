# title: No running

// The calendar and the hostile answers are in docs/content/no-running.md.
// What the story remembers. Each is planted once and comes back later.
VAR first = "none"   // photo: the customers of lane six are told seven. lights: a new cable, bicycle two stays broken. show: the riders know.
VAR order = "none"   // far: far bags at 3:40, near at 4:34. middle: far 4:14, near 4:38. number: near 4:00, far 4:34.
VAR gate = "none"    // row, code, early
VAR far = "none"     // over: both riders cross in time. one: Duc alone. lock: neither.
VAR late = "none"    // shelf, ring, minutes
VAR note = "none"    // page, hana, nine

Thursday, 2:50. The delivery hub is in an old, empty swimming pool. Lorries bring parcels to the shallow end, where children learned to swim. Bicycles take them from the deep end, up a ramp. The wall still says NO RUNNING. # passage: opening
You have worked at the belt for three weeks. You weigh and photograph each parcel, and the belt drops it into one of six bags, one for each rider. A rider's streets are called a lane. Your task today is eight cages, big wire boxes on wheels. The lorry has left. A cage takes ten minutes. When the belt changes to the other side of the river, it needs four minutes more.
Cages one to five are for the near side, six to eight for the far side: Duc's lane five and Hana's lane six. The app has three orders, and you pick one: by number, far side first, or far side in the middle.
Nobody in the hall is the boss. Yusra, behind the app, runs five hubs from another city. Until four she has a meeting and reads nothing. Her target is six bags out by five.
At two a woman from the harbour pinned a paper to the side door, which only you use. BRIDGE CLOSED TODAY, BOTH WAYS, 4:50 TO 6:20 PM. SHIP WITH CRANE. DO NOT RING. THE SHIP CANNOT WAIT. The app told you to sweep the floor first. So you read the paper, and then you swept. You thought that the riders had one too. They have none, and the app does not know. Hana and Duc go over that bridge with thirty-eight parcels, promised for six o'clock.
In cage eight something hums. The label says BEES.
The belt needs twenty minutes to warm up, and for fifteen of them you feed it by hand. It is so loud that nobody hears you. The scanner sends photos only from the office at the shallow end, far from the riders. You can leave the belt once, for two minutes. What do you do with them?
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
  The photo goes out with one grey tick: sent, and not read. Nobody else in the hall knows.
- first == "show":
  "By the old boat lock, then," says Hana. "I did that once, in May. You carry the bicycle up the steps." Duc takes a picture and writes to somebody. Odile, lane one, reads it last. "If the far side goes first, my clinic gets half of its parcels," she says. Now nobody is resting.
- else:
  "That is the cable," says Nikhil, who mends the bicycles. He leaves bicycle two on its back and fetches another cable. You hold the lamp. "At four it is green, or I eat it," he says.
}
3:05. The riders have a break between two rounds, until 4:30. None of them has to take orders from you. Hana has one shoe off, for the first time since eight. Duc has a book for his evening class at 6:30.
Each bicycle stands behind a gate, and its bag hangs on a hook that only its rider's card opens. The app opens hooks and gates at 4:30, and nobody can load before. Only Yusra can open a gate earlier, or change a promised hour.
The clinic is on Odile's lane{first != "show":, lane one}. It takes parcels until 4:30, so her gate opens at four. Its twelve parcels are somewhere in cages one to five.
A rider alone loads in ten minutes, and the bridge is fifteen minutes away. So Hana and Duc reach it at 4:55, five minutes too late. The other way is an old boat lock, a gate in the river that people can walk over. It has eleven steps, takes twenty-five minutes longer, and shuts at 5:30.
{first != "lights":On the charging rack the light of bicycle six is yellow, which means less than half. }There is no spare battery. At four {first != "lights":Nikhil, who mends the bicycles,|Nikhil} gives you the key of the hall and goes, because his son's nursery shuts.
Two weeks ago Market Street was closed. You had seen the sign, and you thought that everybody had. Eleven parcels came back. Arvid, who has the belt after you, took them round until ten at night.
For five minutes the belt needs nobody. Then it runs, and it stops if you leave it for more than five minutes.
# response: before
* [# answered: before]
- -> order_of_cages

== order_of_cages
3:10. The belt is warm. You must choose before it starts. # passage: order
By number, the near bags are full at 4:00, and the far bags at 4:34.
With the far side first, the far bags are full at 3:40, and the near bags at 4:34.
With the far side in the middle, the far bags are full at 4:14, and the near bags at 4:38. In this order some parcels fall into the wrong bags.
{first == "show":Odile has come to fill her bottle at the tap beside the belt, and it takes her a long time.}
Which order do you start?
* [Far side in the middle: between cages three and four. # choice: far-middle]
  ~ order = "middle"
* [By number: cages one to five, then six to eight. # choice: by-number]
  ~ order = "number"
* [Far side first: cages six to eight, then one to five. # choice: far-first]
  ~ order = "far"
- -> ten_past_four

== ten_past_four
{order == "number":4:10. The near bags are full, and cage six is on the belt.|{order == "far":4:10. The far bags have been full since 3:40, and one of them hums.|4:10. Cage eight is on the belt.}} # passage: ten-past-four
{
- order == "number":
  Odile has just gone out with all twelve parcels for the clinic. She rang her bell at you, twice.
- order == "far":
  Odile has just gone out. She had five of the clinic's twelve parcels, because the other seven were still in the cages. She looked back once.
- else:
  Odile has just gone out, with seven of the clinic's twelve parcels. The other five are still in the cages.
}
Nikhil has left. {first == "lights":Bicycle six has a green light. Bicycle two still lies on its back, and its rider is pumping up an old one.}
The scanner buzzes. {first == "photo":"Your photo was on top of forty messages, and I have read only that. I have told lane six seven o'clock, because it is the longer lane.|"I am out of my meeting, with forty messages. I have read only the harbour's.} If lanes five and six need something, send one line now: what, and why. Yusra."
You turn the scanner over. On its back is a strip of tape: YUSRA, ALL GATES, and four numbers. They were used once, in the snow, and nobody minded.
You can leave the belt for five minutes. What do you use them for?
* [Tell Yusra now what lanes five and six need. # choice: early-gates]
  ~ gate = "early"
* [Ask three riders to help load the far bags. # choice: load-in-row]
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
{gate == "early":You send the line, and the telephone on the far wall rings.|{gate == "code":There is one long beep. The hooks open, and every gate in the hall goes up.|Three riders stand in a row, from the hooks to the bicycles.}} # passage: bridge # final
{
- gate == "early":
  "I may only open a gate for a voice," says Yusra. The call takes six minutes, and after five the belt stops. {far == "over":"Five and six, open from 4:20," she says. At 4:45 Hana and Duc ride over the bridge. On this side lane four waits for the last parcels, with his helmet on. He goes out at 4:58.|"Even if I open the gates now, your bags come too late for the bridge," she says. "I will tell {first == "photo":lane five seven o'clock, too|thirty-eight people seven o'clock}." The far bags are full at 4:40. Hana and Duc load them, and go by the old lock.} Six of six, says the big screen.
- gate == "code":
  {order == "number":A rider who is out early is home early, and the near bags are full, so they go out at once. The far bags are full at 4:34. Hana and Duc load them for ten minutes. Then it is too late for the bridge, and they go by the old lock.|{order == "far":Hana and Duc|With the last parcel, Hana and Duc} load, and are over the bridge before the red lights. A rider who is out early is home early. So the near side takes its bags as they are, half full, and goes. {order == "far":Twenty-four|Twenty-two} more parcels come down the belt, and there are no bags for them to fall into.}
  "Who has opened five hubs?" writes Yusra. All means all. In four other towns, half-full bags are on the road. Six of six, says your screen, in green.
- else:
  {far == "over":At 4:30 the hooks open, and the parcels go along the row. In three minutes both bicycles are out. At 4:48 Hana and Duc are over the bridge, and behind them the red lights begin.|At 4:34 the far bags are full. The parcels go along the row, and three minutes later both bicycles are out. Duc rides like somebody with a class, and is over at 4:49. When Hana comes, the road is going up in front of her, with its white line on it. She turns round, for the old lock.}
  Then the three run for their own bags. Lane three's bag falls, and two boxes open. Its rider packs them again, and is out at 5:03. Five of six, says the big screen, in red.
}
5:40. {far == "over":Lanes five and six are done. The lock has shut, so Hana and Duc wait on the far side for the bridge. {first == "show":Duc has told his teacher. He will listen on his phone.|Duc's class begins at 6:30, on this side.} {first == "photo":Six people in lane six were not at home. They had been told seven.}|{far == "one":Duc has done his lane. The lock has shut, so he waits for the bridge. }From the old lock Hana has sent a picture of eleven steps, and one rude word. {gate == "early":On the far side they have all read seven o'clock.|{first == "photo":Lane six has read seven o'clock, so nobody there is waiting yet.|Lane six expects her before six o'clock.}}}
{
- gate == "code" && order != "number":
  On the return shelf lie the {order == "far":twenty-four|twenty-two} parcels that missed their bags, the clinic's among them.
- order == "number":
  On the return shelf lie eight parcels for people who were not at home.
- order == "far":
  On the return shelf lie eight parcels for people who were not at home, and the clinic's other seven.
- else:
  On the return shelf lie eight parcels for people who were not at home, and the clinic's other five.
}
{order == "middle":Three others, for lane three, are not here. The belt dropped them into bag six, and they are over the river now.}
The woman from the harbour comes in and pins a new paper to the side door. SATURDAY THE CRANE GOES BACK. BRIDGE CLOSED AGAIN. THE HOUR IS ON OUR PAGE THAT DAY, FROM 8:30.
The belt is empty. At six Arvid takes over. You have twenty minutes, and no task.
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
  It takes all of the twenty minutes. Arvid looks at the shelf before he looks at you. "By door, too," he says.
- late == "minutes":
  It fills two labels. The first line is for two o'clock, when the paper came. While you write, somebody puts two more parcels on the shelf. Arvid looks at them before he looks at you.
- else:
  "How many?" he says. You begin to sort, but he has so many questions that the shelf is still one heap. He comes ten minutes early, with his dinner in a box under his arm.
}
"Two weeks ago eleven lay there, and no word," he says. "I learned about Market Street from an angry man in a bathrobe."
A lorry brings him three cages at seven. Their bags go out at eight, to both sides of the river, on the same bicycles. His riders come at 7:30, and until then he is alone. Bicycles five and six will not be back before 6:30. {far == "lock":Both have gone the long way.|{far == "one":Bicycle six has gone the long way.|They must wait for the bridge.}} A full charge takes two hours.
On Saturday you and Arvid both work from eight, and the gates open at ten. Hana, who lives on the far side, comes over the bridge at nine.
Arvid is not your boss, and you are not his. He sits down on an empty cage. "So?" he says.
# response: handover
* [# answered: handover]
- -> one_line

== one_line
6:10. The scanner buzzes once more. # passage: one-line
"What must Saturday know? One line." Yusra asks it every Thursday, and everybody who opens the app on Saturday reads the line first. {gate == "code":Under it she has written, "About the gates, we talk tomorrow."|{gate == "row":Under it she has written, "And why was lane three late?"|Under it she has written, "My report has your reason in it."}}
{late == "ring":Arvid eats out of his box with a screwdriver.|{late == "shelf":Arvid is loading the first heap into a basket.|Arvid holds your two labels up to the light.}}
What do you put in the line?
* [Hana and Duc ask Yusra to open at nine. # choice: gates-at-nine]
  ~ note = "nine"
* [Hana finds out at the bridge and rings us. # choice: hana-rings]
  ~ note = "hana"
* [At half past eight somebody reads the harbour's page. # choice: read-page]
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
At 6:35 two bicycles come down the ramp. Hana takes off both shoes. "{first == "photo":Thirty-two," she says. "Six are for Arvid. But|Thirty-eight," she says. "And} the bees are in their garden." # passage: ending-other-side
{first == "show":Duc comes in with his phone at his ear, writing on his hand.|Duc drops his helmet on a hook. His class began five minutes ago. He goes the whole length of the pool as fast as he can, under the sign, with his book.}
On Friday the clinic has its other {order == "far":seven parcels. They come before it opens, so they are first for once.|five parcels. Somebody in lane three gets a lamp a day late, and it has been over the river and back.}
-> coda ->
{gate == "row":The big screen says six again, and nobody looks up. On the edge of the pool three riders share a bag of cherries.|Beside the belt stands a chair, in case it stops again. The rider of lane four has put it there.}
-> END

== five_hubs
On Friday there is no tape on the scanner any more. Yusra rings at nine. "I was on the phone with four towns last night," she says. "I want to know what you saw, from the start." She does not raise her voice. # passage: ending-five-hubs
{far == "over":"So your far side had its parcels," she says at the end. "And on the coast, a man rode out with only one letter in his bag."|"And your far side had its parcels half an hour late," she says at the end. "So what was it good for?"} There is a new code now, and you do not have it.
{order == "number":Odile says that the clinic has asked who packed so well.|By ten on Thursday night seventeen of the {order == "far":twenty-four|twenty-two} were at their doors. The last door belonged to the man in the bathrobe. The clinic waited until Friday.}
-> coda ->
The gates still go up with that long beep. Each time, for a moment, everybody looks at the scanner in your hand.
-> END

== white_line
At 6:35 Duc comes down the ramp. {first == "show":He has his phone at his ear, and he writes on his hand.|His class began five minutes ago. He goes the whole length of the pool as fast as he can, under the sign, with his book.} Hana comes in at {first == "lights":6:50. The light on her bicycle is still green.|7:15, with one shoe in her hand. On the way she sat down, for once.} # passage: ending-white-line
"Twenty parcels," she says. "{first == "photo":They had been told seven, so I was late and early at the same time.|Eight people had gone out again. The rest told me what they think.}" She shows everybody her picture of the white line, going up into the sky.
On Friday the clinic sends Odile back with a cake for the belt, because all twelve were there.
-> coda ->
Three riders sit on the edge of the pool, and the last of the cake goes along the row. It does not get to the end.
-> END

== eleven_steps
At 7:15 two bicycles come down the ramp, with mud up to the lamps. Duc's class is half over. {first == "show":He has listened to it on his phone, all the way back.|He sits down beside his book and does not open it.} # passage: ending-eleven-steps
"Nobody was angry," says Hana. "They had all read seven o'clock, and we came before six. Nine of them were not at home yet, so we went round twice." The bees were quiet, she says. She had talked to them on every step.
On Friday the clinic sends Odile back with a cake for the belt, because all twelve were there.
-> coda ->
Duc has brought a tape measure to the hall. He wants to know how high those steps are. Hana says that she can tell him that.
-> END

== coda
{
- note == "page":
  Saturday, 8:30. The harbour's page has a photo of the crane and no hour. At 8:50 it has one, and Odile reads it out: ten past ten. Yusra opens two gates at 9:15, and the far side is over in time. For that the near bags wait until 11:00.
- note == "hana":
  Saturday, 9:00. Hana rings from the bridge. "Ten past ten," she says. "The bridge keeper has shown me the motor." Yusra opens two gates at 9:30. Hana and Duc load, ride, and are over just before the red lights.
- else:
  Saturday, 9:30. The two far gates are open, and Hana and Duc ride out. Nine people open in a bathrobe, because they were promised eleven. The crane passes at 10:10. Duc waits for the bridge, asleep on a bench, with his book on his face.
}
{
- late == "shelf":
  The return shelf has a street name at every half metre now, in Arvid's writing.
- late == "minutes":
  Your two labels hang beside the big screen. Next to "cage eight" somebody has drawn a bee.
- else:
  Arvid now rings the belt every day at 5:30. "How many?" he says. You have to count with the phone under your chin.
}
{first == "photo":In the app there is a new box, "Photo from the hall". Yusra's example for it is your side door.|{first == "show":A copy of the harbour's paper lies on the riders' table. It has jam on it, so it has been read.|Bicycle two has its chain again. Over the rack Nikhil has hung a lamp.}} A postcard comes for lane six, with a bee on a bicycle bell. On the back it says, "Busy."
->->
