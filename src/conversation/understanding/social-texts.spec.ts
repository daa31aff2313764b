import { textsOf } from '../../../test/support/texts-of';
import { toPlainText } from './plain-text';
import { readSocial } from './read-social';

const SAYINGS: readonly (readonly [says: string, texts: string])[] = [
  [
    'wrongNumber',
    `
      wrong number | Wrong # | wrong num | wrng number | worng number | u have the wrong number | wrong person
      you got the wrong guy | im not mike | im not who u think | this isnt mike | this is not john | not john
      no john here | theres no mike here | no mike at this number | i think you have the wrong person
      i dont know a mike | dont know who mike is | this isnt Steve's phone anymore
      mike doesnt have this number anymore | not her number anymore | this number belongs to someone else now
      got a new number, not the person u want | thats not me | you must have me mixed up with someone
      numero equivocado | se equivoco de numero | Sorry you have the wrong number | wrong # dude
      u texted the wrong person | I think u got the wrong number | not the right person | nobody by that name here
      theres nobody named linda here | this isnt linda | Im not Linda | linda no longer has this number
      she doesnt use this number anymore | this is not her number | no linda | I dont know anyone named steve
      i dont have a house to sell wrong person | wrong person i rent
    `,
  ],
  [
    '',
    `
      i dont own a house | the wrong house | wrong house, meant the one on elm | sent to the wrong person lol ignore
      oops wrong person | sorry wrong text | sorry meant for my wife | ignore that wrong person
      is this the wrong number | did i text the wrong number? | you had the wrong price | wrong one, the other house
      something wrong with the foundation | whats wrong with it | are you a real person | are you human
      is this a bot | dont call me | please dont call | no calls please | ill call you later | ill call you
      call you tmrw | they called me | you called me? | did you call | missed your call | my agent will call you
      talk to you later | talk soon | ill talk to my wife | need to talk to my husband first
      let me talk to my lender | i already have an agent | my agent said | call it 450 | so called upgrades
      rather text | close call | roll call | calling the lender today | can u text instead of call
      I'll call you later. | im in a meeting text u later | driving by the house now
      we are driving up from houston | im driving to plano now | at work ttyl
      thanks for reaching out! we want to sell | thanks for your text, yes im interested
      this used to be my moms number | new number same me | who is steve | i didnt fill anything out
      the wrong address | you have the address wrong | wrong house number | thats the wrong price
      wrong day, meant friday | nothing wrong with it | went wrong | dont get me wrong | got the wrong idea
      sorry wrong chat | oops meant that for my wife | wrong one sorry, 123 elm | is this the right number for jorge
      is anyone real there | r u real | nobody called | no need to call | u dont have to call
      text is better than call | i prefer text | i prefer texting over calling | rather you text
      cant take calls at work | i call my lender tomorrow | gonna call my bank | will call you tomorrow
      ill give you a call later | let me call you back | i called earlier | we talked to a lender
      my realtor and i talked | need to talk to my wife | talked w my agent | do you work with agents | im an agent
      whos the listing agent | the owner is a nice guy | im the owner | are you the owner
      the people next door are loud | judgment call | cattle call | good call | busy rn | we get back monday
      ill get back to you | let me get back to u on that | i will respond later | thanks for getting back to me
      thanks for reaching out
    `,
  ],
  [
    'wantsHuman',
    `
      can i talk to someone | can i speak to a person | let me talk to a human | real person please | human | agent
      need to talk to jorge | have jorge call me | can jorge call | call me | call me plz | pls call
      give me a call | gimme a call | gimme a ring | call 2145550188 | call me at 214 555 0199
      my number is 2145550199 call anytime | can we talk on the phone | lets hop on a call
      id rather talk on the phone | can you call me tmrw | callme | cal me | need someone to call me back
      id like to talk to a real agent | let me talk to your manager | not talking to a bot | get me a person
      stop with the bot i want a human | quiero hablar con una persona | llamame | puede llamarme
      can someone please call me about my house | have an agent call | want to speak with someone
      speak to an agent | id like to talk w jorge directly | prefer a phone call | easier to talk on the phone
      can you ring me | ring me later | call me back | pls call me back asap | call my cell | can i get a call back
      could i get a callback | i need a human | this is clearly a bot, let me talk to somebody | i dont talk to bots
      i hate talking to robots | operator | representative!! | live agent | human plz | real person
      can i meet with an agent | lets talk on the phone tmrw | what time can you call | you can call me after 5
      u can call me | feel free to call | call after 5
    `,
  ],
  [
    'autoReply',
    `
      im driving | I'm driving with Do Not Disturb on. I'll get back to you. | Sorry I can't talk right now
      Can't talk right now. What's up? | Thank you for contacting us. We are closed.
      Thanks for your message! We'll get back to you within 24 hours.
      This is an automated message. Replies are not monitored. | I am currently out of the office until Dec 1
      OOO until monday | I'm away from my phone and will reply as soon as I can | This mailbox is not monitored
      Your message was not delivered | Message blocking is active
      Our office hours are Mon-Fri 9-5. Please call 469-555-0148. | I have Driving Focus turned on
      out of the office today | I'm currently driving and will respond when I arrive
      [Auto Reply] I can't talk right now | Auto response: we are closed
      Hi! Thanks for texting. Our team will respond within 1 business day.
      Thank you for your message. We will get back to you shortly. | This number does not receive text messages
      I'm in a meeting. I'll call you back.
    `,
  ],
];

describe.each(SAYINGS)('says "%s"', (says, block) => {
  it.each(textsOf(block))('%s', (text) => {
    const social = Object.entries(readSocial(toPlainText(text)));
    expect(social.flatMap(([name, isSaid]) => (isSaid ? [name] : [])).join()).toBe(says);
  });
});
