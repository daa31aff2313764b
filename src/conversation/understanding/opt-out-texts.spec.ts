import { textsOf } from '../../../test/support/texts-of';
import type { Consent } from './facts';
import { toPlainText } from './plain-text';
import { readConsent } from './read-consent';

const SAYINGS: readonly (readonly [consent: Consent, texts: string])[] = [
  [
    'stop',
    `
      stop | STOP | Stop!!! | 🛑 stop 🛑 | S.T.O.P. | stoop | stpo | tsop | stip | sstop | stopp | stop. | "stop"
      'STOP' | reply stop | Reply STOP | text stop | stop please | pls stop | stop now | STOP NOW | stop stop stop
      ok stop | stop thanks | stop, thanks | stop thank you | no. stop | no stop | No, stop. | stop bro | stop dude
      stop man | just stop | just stop already | will you stop | can u stop | unsubscribe | unsubscibe | unsubcribe
      unsuscribe | unsubsribe | un subscribe | un-subscribe | unsub | unsub me | unsub pls
      unsubscribe me from this | how do I unsubscribe from this | cancel | cancel. | cancl | cancell | CANCEL PLEASE
      end | END | end please | quit | QUIT | quit it | revoke | optout | opt out | opt me out | opting out | opt-out
      i opt out | id like to opt out please | OPT  OUT | stopall | STOP ALL | alto | parar | baja | BAJA por favor
      pare | pare ya | ya pare | basta | detener | cancelar | alto ya | darme de baja | quiero darme de baja
      deme de baja | dar de baja | no mas mensajes | no más mensajes por favor | ya no me manden mensajes
      no me escriban | no me escribas mas | dejen de escribirme | deja de mandarme mensajes
      no me vuelvan a escribir | no me molesten | no me contacte | no me llamen ni me escriban
      quítenme de su lista | saquenme de la lista | borre mi numero | borren mi número por favor
      elimine mi numero de su lista | no quiero recibir mensajes | no quiero mensajes | no quiero sus mensajes
      no deseo recibir más mensajes | no deseo mas mensajes | no estoy interesado, no me escriba mas
      por favor deje de enviarme mensajes | dejame en paz | déjenme en paz | ok please stop texting me
      please stop texting | stop texting me please im not interested | pls stop txtin me | stop textin me
      stop tezting me | stop txt | stop texts | stop all texts | stop messages | stop the messages
      stop these texts | stop sending texts | stop sending me these | quit sending me texts | stop contacting me
      stop msging me | stop messging me | stop mesaging me | stop bugging me | stop bothering me
      stop hitting me up | stop blowing up my phone | stop spamming | stop spamming me!! | stop with the texts
      stop w the texts | stop harassing me | stop calling and texting | stop calling me and texting me
      lose my number | loose my number | lose this number please | forget my number | delete my number | delete me
      delete me from your list | erase my number | remove me | remove me please | remove me from your list
      remove me from ur texts | remove my number | remove this number from ur list | pls remove this #
      remove us from this | take me off | take me off this | take me off your list | take us off
      take us off your list | take my name off your list | take my # off | get me off your list
      please take me off of this text list | do not contact | do not contact me | DO NOT CONTACT | do not text
      do not text me | do not text me again | do not txt | dont text | dont text this number again | dont msg me
      dont message me anymore | dont contact me again | dont ever text me again | dont call or text
      dont call or text me again | do not call or text | don't text me no more | never text me again
      never contact me | no more texts | no more texts pls | no more txts | no more messages | no more msgs please
      no texts | no more contact | no further contact please | no further texts | i dont want texts
      i dont want these texts anymore | i don't want to get these | i dont want to receive texts from you
      dont want any more texts | i no longer want texts | i no longer want to receive these messages
      please discontinue these texts | cease contact | cease all contact | leave me alone | leave us alone
      leave me alone!!! | plz leave me alone | go away | fuck off | f off | enough texts
      enough with the messages already | put me on do not call | put me on your dnc list
      add me to your do not contact list | im blocking you | blocking this number | reported and blocked
      i already told you to stop | i said stop texting | ive asked you to stop | i told u guys stop texting me
      how do i stop these | how do I get off this list | how do i stop getting these texts | how do i opt out
      make these stop | can you please remove me from your database
      we sold the house, please remove us from your list | sold it already. take me off the list
      already bought, stop texting | not interested stop | not interested, please stop | not interested. unsubscribe
      Not interested remove me | not interested dont text again | not interested please do not contact me again
      wrong number stop | wrong number, remove | wrong number. please remove me | wrong number stop texting me
      wrong person quit texting | im not mike stop texting me | hi please remove my info thanks
      thanks but please stop the texts | thank you for your help but please stop messaging
      hey i appreciate it but stop texting me im good | I found a house already so you can stop texting me
      you can stop texting me now we bought one | u can stop sending me stuff | please stop all communication
      i withdraw my consent | no longer interested please remove | end these texts | end texts | cancel texts
      cancel these texts | cancel my text alerts | turn off these texts | unsubscribe please and thank you
      please unsubscribe me immediately | UNSUBSCRIBE ME NOW OR ILL SUE | this is harassment stop
      who is this? stop texting me | idk who this is but stop | idk who u are stop texting me
      im at work stop texting me | my husband passed please stop texting | 450k and stop texting me
      STOP I'm not selling | stop im not interested | stop we dont want to sell | stop you have the wrong number
      Stop. I don't want to sell my house | stop or ill report you | stop or i will block
      Please take me off whatever list this is | take me off this list. thanks | Please stop. I'm not selling.
      we're not interested, please remove us from your contact list | I've asked multiple times to be removed
      remove me from all lists | please remove my phone number from your system | remove my cell from your records
      kindly remove | pls remove me from ur msgs | This is my work phone please don't text it
      this is a business line do not text | do not text this number it is my work phone
      do not ever text me again or i will report you | Dont ever contact me | do not message | do not msg
      don't contact us | do NOT contact us again about selling | pls dont contact me abt selling my house
      please dont text me about this anymore | Dont text me bro | yo stop texting me | bruh stop texting me
      bro stop | omg stop texting me | omfg stop messaging | can you guys stop texting me please
      can y'all please quit texting | could you please stop sending these | would you stop sending me messages
      please quit sending these messages | i want you to stop texting me | i need these texts to stop
      i need you to stop contacting me | You need to stop texting me | u need to stop | this has to stop
      these texts need to stop | I'd like the texts to stop | I wish you would stop texting me
      wish yall would stop | for the last time stop texting me | For the last time, STOP.
      how many times do i have to say stop | i keep saying stop | I replied stop already | I texted STOP already
      I already opted out of this | i unsubscribed already why are you texting | I have opted out 3 times
      opt out please and delete my info | please opt me out of future messages | OPT ME OUT | opt out of texts
      how to opt out | how can i be removed from this list | how do i get removed | how do i get these to stop
      how do i stop receiving these | how to stop these messages | I do not wish to be contacted
      i dont wish to be contacted anymore | I don't want to be texted | dont want to hear from u
      I don't want to receive any messages | i dont want to get texts | i dont want to get any more of these
      i dont want ur messages | i didnt ask for these texts | i never signed up for texts
      who gave you permission to text me? stop | no more text messages please | No more text | no text
      no more txt msgs | Not interested. No more messages | not interested, no more texts | enough already stop
      enough!! stop texting | leave me alone please | just leave me alone | please leave us alone we are not selling
      go away! | get lost | piss off | buzz off | F*** off | eff off | shut up and stop texting me
      stop u annoying bot | STOP YOU STUPID BOT | stop spamming me you scammers | stop w the spam | spam. stop.
      I'm reporting this number | im going to block this number | unsubscribe me from ur list
      I want to unsubscribe | id like to unsubscribe | pls unsubscribe | Unsubscribe! | unsubscribe all
      unsubscibe me | unsubcribe me plz | unsusbcribe | unscribe | unsubscrib | unsubscriibe | cancle | cancel all
      cancel messages | cancel all texts | Cancel subscription | end all messages | end this | END TEXTS
      quit texting | quit messaging me | QUIT!!! | quit contacting me | quit it already | stopp textingg mee | sto p
      st op texting me | stoop texting me | stop texing me | stop textong me | stip texting me | stop tetxing me
      stop messagin me | stop mssging me | stop contating me | dont txt | dont txt me | dont tex me | do not tetx me
      dnt text me | dont massage me anymore | remvoe me | remove me form your list | romove me | take me of the list
      take me off you list | Ya no me mande textos por favor | No me mandes mas mensajes
      Ya no quiero recibir mensajes | no me textee | no me textes mas | para de mandarme textos | pare de escribirme
      paren de mandar mensajes | deje de molestar | deja de molestarme | Dejen de mandarme textos
      elimíname de tu lista | Quite mi número | quita mi numero de tu lista | saque mi numero de su lista
      borra mi numero | cancelar suscripcion | cancelar mensajes | quiero cancelar los mensajes
      no gracias no me escriba | numero equivocado no me escriba mas | no estoy interesada deje de escribirme
      basta ya | basta de mensajes | dar baja | dame de baja | baja por favor | BAJA!!! | alto! | ALTO POR FAVOR
      detenga los mensajes | parar mensajes
      Hi, my dad passed away last year. Please remove this number from your list. Thank you.
      hey so we ended up buying with someone else, you can take us off your list
      we went with another realtor so pls stop texting | I'm under contract already, please stop reaching out
      no longer looking, please remove me | not looking anymore you can stop the texts | no need to contact me again
      please make no further contact | cease communication | cease all further communication
      this number is on the do not call list | im on the do not call registry | I'm on the DNC list
      my lawyer will contact you if you text again | text me again and ill sue
      if you text me one more time im calling the cops | 3 bed in plano under 400. stop texting my wife tho
      Please stop contacting me, I already have an agent.
      hi no longer need help. please take me off the text list thx | I bought a home last year, pls remove
      U need to quit texting this number its my kids phone
      This number is for emergencies only do not text it again | unsubscribe me. i didnt request info
      who is this? how did you get my number? dont text me again | no and stop asking | nope. lose my number
      Nah im good. stop hitting me up | stop msgs | stop ur texts | stop your texts | stop this
      stop, i am not interested in selling my home | Not selling stop texting | Not selling. Stop. | no sell stop
      stop. no quiero | no gracias, alto | ya basta | no me interesa deje de molestar | favor de no escribirme mas
      favor de quitar mi numero | Por favor borre mi número de su lista | no quiero que me escriban
      no quiero recibir textos | numero equivocado, parar | UNSUBSCRIBE STOP QUIT | STOP PLEASE!!!!!
      STOP.STOP.STOP | stopppppp | sTOp | Stop txts plz | ok ok stop already jeez | seriously stop
      dude stop texting | lady stop | sir please stop | Im asking you nicely to stop
      I kindly ask that you stop texting me | would appreciate if you stopped texting
      i'd appreciate it if you didnt text me anymore | please respect my privacy and stop
      dont want any part of this, remove me | you guys text too much, take me off | too many texts. stop
      too many messages unsubscribe | do not solicit me | TCPA violation. stop.
      I never consented to these messages | my number is on the national do not call list | Delete my info
      erase my info from ur system | forget you have my number | leave me off your list | scrub my number
      no longer want to be contacted | i no longer wish to be on this list | please end communication
      cease texting | we good no more text | nomore texts | no mo texts | dont text no mo | dont text back
      dont bother me | dont contact this # again | im not interested in your services please dont contact me
      i am asking you to stop | I am requesting to be removed from your list | id like to be left alone
      im no longer interested in receiving texts | stop it with the texts | quit w the texts | can you not text me
      can u please not text me anymore | please never message me | dont txt this phone | i want no contact
      i want off this list | want off your list | i dont need texts from you | i dont need your messages
      stop blowing me up | stop blowing my phone up | please discontinue messages to this number
      discontinue texting this number | Do not send messages to this number | Do not send me texts
      dont send me texts anymore | dont send any more msgs | don't send me anything | pls dont send anymore
      no need to text me anymore | u dont have to text me anymore | you can stop contacting me
      you may stop texting | you guys better stop texting me | why do you keep texting me? stop
      why are u still texting me i said stop | i said no. stop texting | i told you no. leave me alone
      told you already not interested take me off | didnt i tell you to stop | thought i told u to stop
      thought i opted out | already said stop | already asked to be removed | I asked to be taken off
      i want to be taken off | want my number removed | i want my number off your list
      my number needs to be removed | please have my number removed | can you remove my name
      could you take my number off | pls take me off ty | take off my number | remove this contact
      remove my contact info | remove from list | remove from your list please | unsubscribe from this list
      unsubscribe from texts | unsubscribe from all | opt out of all messages | opt-out of this list | OPT OUT NOW
      Opt out. Thanks | opt out thx | i choose to opt out | i would like to opt-out | i wanna opt out
      stop stop STOP | STOOOOP | sTOPP | stop! | stop :) | stop 😡 | 😡😡 STOP 😡 | "STOP" | *STOP* | STOP -
      Stop.... | -stop | #stop | stop? | end. | end!! | Cancel! | cancel pls | quit pls | quit now | quit!
      full stop no more texts | text me again and your blocked | im reporting you to the fcc
      this is spam and i will report it. stop | goodbye stop texting | bye. dont text me
      Good luck but please don't contact me anymore | we have decided not to sell, please remove us
      we are not moving after all so no more texts needed | please stop, we already have a realtor
      Please stop. We are represented by an agent. | Have an agent. Please stop messaging.
      My mother passed and this was her phone please stop texting it | this is a landline stop texting
      minor child's phone, do not text | I'm at a funeral stop texting me | i prefer email, stop texting
    `,
  ],
];

describe.each(SAYINGS)('consent: %s', (consent, block) => {
  it.each(textsOf(block))('%s', (text) => {
    expect(readConsent(text, toPlainText(text))).toBe(consent);
  });
});
