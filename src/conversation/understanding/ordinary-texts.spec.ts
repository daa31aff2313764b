import { textsOf } from '../../../test/support/texts-of';
import type { Consent } from './facts';
import { toPlainText } from './plain-text';
import { readConsent } from './read-consent';

const SAYINGS: readonly (readonly [consent: Consent, texts: string])[] = [
  [
    'none',
    `
      end of the month | at the end of the day its about price | weekend | end of may | by end of year
      by the end of next month | year end | lease ends in may | when does it end | in the end we decided to wait
      the end unit | west end | its at the end of the cul de sac | dead end street | house at the dead end
      end it with 450 | high end finishes | we can't stop looking | cant stop looking at zillow lol
      we cant stop thinking about that house | wont stop raining | stop by the house | can u stop by tmrw
      ill stop by around 5 | Stop by anytime | stop in whenever | I'll stop bothering you | ill stop bugging you lol
      sorry ill stop asking questions | dont stop | please dont stop sending houses | never stop
      i want to stop renting | need to stop throwing money at rent | trying to stop foreclosure
      can you stop the auction | bus stop nearby? | theres a stop sign there | at a stop light rn
      we stopped looking | stopped by and loved it | they stopped making payments | one stop shop | non stop
      what would make you stop charging 6% | did you stop by yesterday | is there a stop near the train | stop loss
      pit stop | cancel the 3pm | cancel our appointment | cancel my tour | cancel tomorrow | can we cancel thursday
      need to cancel saturday showing | gotta cancel today sorry | have to cancel our call | cancel that last one
      they cancelled the contract | our buyer cancelled | can i cancel the listing | is there a cancellation fee
      cancel the meeting pls | quit my job | i quit my job last month | quitting my job soon | my husband quit
      i quit smoking | dont quit on us | quit claim deed | never quit lol | quite nice | quite
      i unsubscribed from the other agent | we live in baja | baja california | moving from baja | planta baja
      la casa de planta baja | casa de dos pisos no planta baja | precio mas bajo | renta baja | alto precio
      muy alto | es muy alto el precio | el precio es muy alto | quiero parar de rentar | palo alto
      moving from palo alto | rialto | the opt out period | can we opt out of the hoa | opt for the bigger one
      option period ends friday | remove the carpet | we will remove the shed | removed the popcorn ceilings
      can you remove that contingency | remove my wife from the deed | take me off speaker
      take us off the waitlist for that house | taking the house off the market | take it off the market
      take 5k off the price | knock 10k off | do not disturb | dont text and drive | dont text my wife text me
      dont call just text | stop calling just text | please dont call text only | dont text after 9
      dont text me at work | dont contact the seller yet | dont contact my ex | dont want to lose this house
      i lost your number | new number who dis | lose the number 3 house, didnt like it | delete the last one
      i deleted your message by accident | no more houses with pools | no more than 500 | no more rent
      no more stairs | no more kids at home | no texts from my lender yet | no contact from them
      leave me a message | leave me a voicemail | leave it alone | the kitchen i would leave alone
      my tenant wont leave | go away for the weekend | we go away for xmas | its the end of an era | end of story
      enough bedrooms | not enough | enough with the snow already | block party | on that block | same block
      i blocked off saturday for tours | cant help it | help me sell my house | need help | can you help
      any info on schools | info on the house please | send info | lets start monday | start looking
      ready to start | when do we start | no stop its fine | no stop your fine lol | omg stop thats gorgeous
      omg stop it | stop it that kitchen | oh stop lol | stop playin | we were told to stop looking until rates drop
      told my wife to stop looking | my lender said stop opening credit cards | we need to stop and get gas
      dont stop texting me | why did you stop texting | i didnt mean to unsubscribe | did i opt out by accident
      can u text me instead of calling | text me later | text me tomorrow | msg me on whatsapp
      dont message me on facebook text here | i hate spam texts lol | is this spam | is this a scam | not interested
      no thanks | no thank you | nah | im good thanks | pass | nevermind | wrong number | yes
      we're thinking of closing by end of march, can't stop now lol | the showing ends at 5 right
      can i end my lease early | does the listing end in january | weekend of the 5th | in the end i want 450
      we just want this to end (divorce) | need this divorce to end | it never ends
      stop and think about it for a sec | dont stop now we are close | hard stop at 5 today | my hard stop is 500k
      we will stop at 500k | ill stop at 450 | lets stop there for today | can we stop for lunch between showings
      is there a dart stop close by | train stop | they put a stop work order on it | the seller put a stop to it
      put a stop to the foreclosure | how do i stop the foreclosure | how can we stop paying pmi
      my husband wants to stop renting | the hoa wont stop sending me letters | my ex wont stop texting me lol
      zillow wont stop texting me | other agents keep texting me, glad youre different
      tell the other agent to stop texting me | tell my tenant to stop calling
      kids wont stop growing need more space | the leaks wont stop | the neighbors dog wont stop barking
      prices wont stop climbing | I stop work at 5 | i get off at 5 stop by then | stop over tomorrow
      stopping by at 3 | will stop by on my way home | i was gonna stop by
      stop me if this is dumb but can i buy with no money down | no stopping us now | please cancel my showing
      cancel showing | cancel saturday | cancel that | cancel for today | cancel the appointment for tmrw pls
      i need to cancel my appt | we have to cancel, kid is sick | cancelling our tour | the deal got cancelled
      lender cancelled our preapproval | want to cancel my listing with my current agent | whats it cost to cancel
      cancel my offer | i cancelled my other agent | cancel culture lol | quit my job so no income
      i quit looking last year | we quit looking cuz of rates | dont wanna quit my day job lol | almost quit looking
      she quit claimed it to me | baja el precio | si baja el precio la compro | la tasa baja
      casa en la parte baja | esta muy alto | techos altos | precio alto | un alto en el camino | para mi familia
      para vivir | parar en la casa manana | basta con 3 cuartos | remove the furniture first
      the tenant was removed | take me off the title | take my ex off the loan | we got off the highway
      delete that text i sent | delete my last message | erase that | lose the pool and id buy it
      dont want to lose my rate | lost my number? its 214 555 0100 | dont call me im at work, text
      no calls please text only | dont call, text me | dont call before 9 | dont text me tomorrow im in surgery
      dont text me during the day | please dont text my husband its a surprise | dont text my old number
      do not contact my tenants | do not contact my employer | do not disturb the tenants
      i dont want to be on the market in winter | dont want to receive lowball offers | i dont want to sell
      i dont want to buy right now | dont want anything in dallas | dont send me condos
      stop sending me stuff in dallas | stop sending me stuff over 500k | only send me houses with pools
      no more condos please | no more homes over 400 | no more questions | enough info for now | thats enough thanks
      we have enough equity | leave the listing up | leave it with me | leave me the keys | can i leave my furniture
      when do you want me to leave the house | going away next week | will be away till monday
      blocked my calendar for sat | the driveway is blocked | block off friday | i report to work monday
      credit report is bad | inspection report? | need the survey and report | its a scam how much agents charge
      start me over | help with what | more info on the house | wait help me understand
      im not gonna stop until i find one | we stop at nothing lol | its a stop gap
      she wont stop talking about the pool | cant stop wont stop | stop signs everywhere | is the bus stop close
      my wife said stop looking lol | told myself to stop browsing
      the bleeding needs to stop, im losing money on this rental | i need the payments to stop
      I want the bleeding to stop | the calls from collectors wont stop | how do i get the foreclosure to stop
      can this be stopped | stopped by the open house sunday | we can stop in on saturday
      is it too late to stop the sale | end unit townhome? | either end of plano | back end of december
      the deal fell thru in the end | tail end of summer | end date is march 31 | job ends in dec
      school ends may 28 | this month end | to the end | does that end the contract | ends up being 500
      well end up in frisco | should i cancel my lease | can i cancel if i change my mind | they cancelled our loan
      insurance cancelled us | cancel friday pls | cancel the call | cancel the showing and send me others
      cancel my 2pm | Please cancel the appointment | pls cancel tour | quit my lease early
      just quit my job to go full time | wife is quitting | he quit paying | tenant quit paying rent | quit claim
      ac quit working | heater quit last night | the fridge quit | remove the wall between kitchen and living
      we removed the pool | can they remove the shed | remove frisco from my list | take frisco off my list
      take dallas off | take that house off my list | delete frisco | please remove the lockbox
      take off your shoes? | i took it off the market | were taking the house off the list | no contact order lol
      contact me tomorrow | contact my wife instead | please contact my lender | do not contact the hoa
      text my husband instead | text me only | only text me | dont email text | don't call my wife call me
      message me later | msg u later | no messages from them yet | i get too many texts lol
      sorry for all the texts | sorry to bother you | hope im not bothering you | dont let me bother u | no bother
      leave the light on | we have to leave by june | leaving texas | were leaving it as is | block 4 lot 3
      the sun blocks | i want off this street | want off the busy road | get us out of this house
      get me out of this lease | out of your price range? | lost my job | lose the house | lose my earnest money?
      will i lose my deposit | i dont want to lose it | revoke the offer | can they revoke my preapproval
      opt for hardwood | opted for a smaller one | spanish speaking agent? | baja california is where we moved from
      casa de una planta baja | quiero una casa baja | busco precio bajo | para cuando | alto riesgo
      hasta el fin de mes | fin de mes | no puedo parar de buscar | cancelar la cita | cancelar cita por favor
      quiero cancelar la cita de manana | parar a ver la casa | mas informacion | ok ill stop asking
      ill quit bugging u | I will stop texting now lol | let me know when to stop | say when to stop
      where do i stop | do you stop at 6 | when do showings stop | stop the presses lol | please stop by
      pls stop by at 5 | stop by 5 | Stop at the house | just stop in | no need to stop by
      dont stop by without calling | dont stop by | please dont stop by the house | i dont want to opt out
      dont unsubscribe me | dont remove me | dont take me off the list | keep me on the list | keep texting me
      keep sending them | yes keep them coming | what does stop do | dont bother
      weekend of the 12th works but we have to end by 3 | can we end the call by 4 | the lease ends on the 30th
      my contract with my realtor ends in feb | they want us out by the end of jan
      im at the end of my rope w this house | stop it you two lol wrong chat | the traffic stop made me late
      im at a truck stop on my way | we made a quick stop at the house | stop at 123 elm first
      kids bus stop is on the corner which is nice | id stop at 480
      they told us to stop sending documents to the lender | the lender keeps asking for docs, make it stop lol
      i need to stop spending so much on rent | husband wont stop bugging me about a pool
      our realtor stopped texting us | cancel plan A, we want frisco | we cancelled our gym, saving for a house lol
      cancel my other tour keep the 2pm | my flight got cancelled can we do monday
      i may have to cancel if baby is sick | quit playing lol | i quit renting forever
      before i quit my job should i get approved | remove the contingency and ill sign | we removed the carpet
      my name was removed from the deed | take me off speakerphone lol | take me to see it
      get me out of this lease lol | lose the carpet and its perfect | dont contact him yet
      no texts after 9 please | no calls during work hours | please only text no calls | text only please
      never texted you before who is this | i never got your text | i didnt get your messages
      your texts are helpful | keep the texts coming | sorry for the late text | la casa de la esquina esta en alto
      esta alta la renta | precio final? | quiero cancelar mi contrato de renta
      me pueden parar en la casa el lunes | la bajan de precio? | ceasar | stop texting me after 9
      dont text me this late | pls dont text so much | too many texts, once a week is fine | less texts please
      text less | dont stop believing lol | please stop by and take pics | stop sign needs fixing lol
      our search stopped when rates jumped | it was hard to stop looking | we paused but didnt stop
      well stop when we find it | ill stop when i find it | not gonna stop | should i stop looking
      should we stop paying the mortgage | is it ok to stop making payments | what happens if i stop paying
      can you put a stop on the listing | tell them to stop the auction | we want to end our lease early
      want this process to end lol | i need it to end by june | it will end soon | in the end
      year end bonus comes in jan | tax year end | does the tour end at 4 | at the end
      the end of the road is a dead end | cancel my lease? | do i have to cancel my lease | cant cancel my lease
      how do i cancel my contract with my agent | what if i need to cancel | if i cancel do i lose the deposit
      ok cancel tuesday | cancel on the 3pm | might quit my job | dont quit your day job | she quit her job
      im quitting at 5 | remove that one from the list | take that one off the list | take the elm house off my list
      can you remove houses w pools from my search | revoke power of attorney | my ex is off the loan
      off market homes? | im off on friday | alone at the house rn | leave the door unlocked
      need to stop the bleeding | rent keeps going up, make it stop lol | want to stop being a landlord
      my job ended | marriage is at an end | the marriage ended | end of a marriage | to stop paying two mortgages
      stop paying hoa fees | stop the foreclosure | Stop foreclosure
      i want it to stop raining money on this house lol | ready to quit being a landlord
      contract got canceled on the last buyer | leaving me alone to pay for it
      husband left me alone with the mortgage | end of june | End of June | END OF JUNE | june end | by months end
      when school ends | once my lease ends | lease end is april | cant stop now, asap | no stop worrying 45 is fine
      not before the end of jan | after i quit my job in march | when the rain stops
      as soon as they stop the auction | the end of next week | tail end of spring | i wont stop until i get 450
      450 end of story | end of story 450 | 450 end of discussion | in the end 450 | my stop point is 450
      the buck stops at 450 | 450 is where i stop | bottom line, dead end, 450 | stop playing, 450
      the leak wont stop | toilet wont stop running | bus stop out front | has a door stop missing lol
      we stopped fixing things | we quit maintaining it | ac quit | ac quit working last summer | water heater quit
      end unit, good shape | back end of the roof leaks | needs a stop gap fix on the roof
      we had to cancel the remodel | remove the old carpet and its good | old carpet needs to be removed
      it has been removed | wallpaper needs to come off | cabinets are falling off | cancel that, tuesday works
      can we cancel wed and do thurs | stop by at 3 | i can stop by tuesday | ill stop by at 2 | stop by at 2 works
      either, just dont stop by unannounced | end of the day works | at the end of the week
      i get off work at the end of the day | thursday before the weekend ends | 2pm, dont call before
      tuesday, text me dont call | tuesday, dont text my wife | end of plano rd | west end of plano
      close to a dart stop | near a bus stop | dead end street in allen | cant stop thinking about frisco
      take dallas off the list | take plano off | remove dallas | not on a dead end | cancelled my preapproval
      my preapproval got cancelled | quit my job so not yet | preapproval ends in march
      lender stopped returning calls | my lender stopped responding | need to stop and get my credit fixed
      cash, end of story | stop at 500 | well stop at 500 | i stop at 500 | 500 is my stop | 500 hard stop
      500 full stop | hard stop at 500 | basta con 500 | no mas de 500 | no mas 500 | end up buying i think
      cant stop looking so buying | want to stop renting so buy
    `,
  ],
  [
    'start',
    `
      START | start | unstop | UNSTOP | start again | start texting me again | Start please
    `,
  ],
  [
    'help',
    `
      HELP | help | help pls | info | INFO | ayuda | help! | Help? | info please
    `,
  ],
];

describe.each(SAYINGS)('consent: %s', (consent, block) => {
  it.each(textsOf(block))('%s', (text) => {
    expect(readConsent(text, toPlainText(text))).toBe(consent);
  });
});
