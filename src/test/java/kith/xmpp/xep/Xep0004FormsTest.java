package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.DataForm;
import kith.model.DataForm.FieldType;
import kith.model.DataForm.Option;
import kith.xmpp.PayloadIq;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// A form as a service sends it and as it goes back: the XEP's examples, and forms that mean harm.
class Xep0004FormsTest {

    private static final String BOT =
            """
            <title>Bot Configuration</title>
            <instructions>Fill out this form to configure your new bot!</instructions>
            <field type='hidden' var='FORM_TYPE'><value>jabber:bot</value></field>
            <field type='fixed'><value>Section 1: Bot Info</value></field>
            <field type='text-single' label='The name of your bot' var='botname'/>
            <field type='text-multi' label='Helpful description of your bot' var='description'/>
            <field type='boolean' label='Public bot?' var='public'><required/></field>
            <field type='text-private' label='Password for special access' var='password'/>
            <field type='fixed'><value>Section 2: Features</value></field>
            <field type='list-multi' label='What features will the bot support?' var='features'>
              <option label='Contests'><value>contests</value></option>
              <option label='News'><value>news</value></option>
              <option label='Polls'><value>polls</value></option>
              <option label='Reminders'><value>reminders</value></option>
              <option label='Search'><value>search</value></option>
              <value>news</value>
              <value>search</value>
            </field>
            <field type='fixed'><value>Section 3: Subscriber List</value></field>
            <field type='list-single' label='Maximum number of subscribers' var='maxsubs'>
              <value>20</value>
              <option label='10'><value>10</value></option>
              <option label='20'><value>20</value></option>
              <option label='None'><value>none</value></option>
            </field>
            <field type='fixed'><value>Section 4: Invitations</value></field>
            <field type='jid-multi' label='People to invite' var='invitelist'>
              <desc>Tell all your friends about your new bot!</desc>
            </field>
            """;

    @Test
    void readsTheBotsForm() {
        var form = read(BOT);
        assertThat(form.title()).isEqualTo("Bot Configuration");
        assertThat(form.instructions())
                .containsExactly("Fill out this form to configure your new bot!");
        assertThat(form.isWhole()).isTrue();
        assertThat(form.fields())
                .extracting(DataForm.Field::type)
                .containsExactly(
                        FieldType.HIDDEN,
                        FieldType.FIXED,
                        FieldType.TEXT_SINGLE,
                        FieldType.TEXT_MULTI,
                        FieldType.BOOLEAN,
                        FieldType.TEXT_PRIVATE,
                        FieldType.FIXED,
                        FieldType.LIST_MULTI,
                        FieldType.FIXED,
                        FieldType.LIST_SINGLE,
                        FieldType.FIXED,
                        FieldType.JID_MULTI);
        assertThat(field(form, "public").isRequired()).isTrue();
        assertThat(field(form, "public").isOn()).isFalse();
        assertThat(field(form, "features").values()).containsExactly("news", "search");
        assertThat(field(form, "maxsubs").options())
                .containsExactly(
                        new Option("10", "10"), new Option("20", "20"), new Option("None", "none"));
        assertThat(field(form, "invitelist").description())
                .isEqualTo("Tell all your friends about your new bot!");
    }

    @Test
    void submitsTheBotsFormAsInTheExample() {
        var filled =
                read(BOT)
                        .with(
                                Map.of(
                                        "botname", List.of("The Jabber Google Bot"),
                                        "description", List.of("It sends", "requests"),
                                        "public", List.of("0"),
                                        "password", List.of("v3r0na"),
                                        "maxsubs", List.of("none"),
                                        "invitelist",
                                                List.of(
                                                        "juliet@capulet.com",
                                                        "benvolio@montague.net")));
        assertThat(xml(Xep0004Forms.submit(filled)))
                .isEqualTo(
                        "<x xmlns='jabber:x:data' type='submit'>"
                                + "<field type='hidden' var='FORM_TYPE'>"
                                + "<value>jabber:bot</value></field>"
                                + "<field type='text-single' var='botname'>"
                                + "<value>The Jabber Google Bot</value></field>"
                                + "<field type='text-multi' var='description'>"
                                + "<value>It sends</value><value>requests</value></field>"
                                + "<field type='boolean' var='public'><value>0</value></field>"
                                + "<field type='text-private' var='password'>"
                                + "<value>v3r0na</value></field>"
                                + "<field type='list-multi' var='features'>"
                                + "<value>news</value><value>search</value></field>"
                                + "<field type='list-single' var='maxsubs'>"
                                + "<value>none</value></field>"
                                + "<field type='jid-multi' var='invitelist'>"
                                + "<value>juliet@capulet.com</value>"
                                + "<value>benvolio@montague.net</value></field></x>");
    }

    @Test
    void cancels() {
        assertThat(xml(Xep0004Forms.cancel()))
                .isEqualTo("<x xmlns='jabber:x:data' type='cancel'></x>");
    }

    @Test
    void aTypeNobodyKnowsIsALineOfText() {
        var form = read("<field type='colour' var='a'><value>red</value></field><field var='b'/>");
        assertThat(form.fields())
                .extracting(DataForm.Field::type)
                .containsOnly(FieldType.TEXT_SINGLE);
        assertThat(field(form, "a").value()).isEqualTo("red");
    }

    @Test
    void aFieldWithoutNameIsNoQuestion() {
        assertThat(read("<field type='text-single' label='?'/>").fields()).isEmpty();
    }

    @Test
    void whatSaysWhichFormItIsIsNeverAsked() {
        var form = read("<field var='FORM_TYPE'><value>jabber:bot</value></field>");
        assertThat(field(form, "FORM_TYPE").type()).isEqualTo(FieldType.HIDDEN);
    }

    @Test
    void ofTwoFieldsOfOneNameTheFirstCounts() {
        var form =
                read(
                        "<field var='a'><value>1</value></field>"
                                + "<field var='a'><value>2</value></field>");
        assertThat(form.fields()).hasSize(1);
        assertThat(field(form, "a").value()).isEqualTo("1");
    }

    @Test
    void anOptionIsOfferedOnceAndHasALabel() {
        var form =
                read(
                        "<field type='list-single' var='a'><option><value>x</value></option>"
                                + "<option label='Again'><value>x</value></option><option/></field>");
        assertThat(field(form, "a").options()).containsExactly(new Option("x", "x"));
    }

    @Test
    void aListWhereNothingIsChosenIsNotSent() {
        var form =
                read(
                        "<field type='list-single' var='a'><option><value>x</value></option></field>"
                                + "<field type='text-single' var='b'/>");
        assertThat(xml(Xep0004Forms.submit(form)))
                .isEqualTo(
                        "<x xmlns='jabber:x:data' type='submit'>"
                                + "<field type='text-single' var='b'><value></value></field></x>");
    }

    @Test
    void ofTenThousandFieldsTheFirstAreShownAndSent() {
        var form = read("<field var='f%d'><value>x</value></field>", 10_000);
        assertThat(form.fields()).hasSize(Xep0004Forms.MAX_FIELDS);
        assertThat(form.isWhole()).isFalse();
        assertThat(Xep0004Forms.submit(form).getElements()).hasSize(Xep0004Forms.MAX_FIELDS);
    }

    @Test
    void aValueThatIsTooLongIsShownInPartAndNotSent() {
        var form =
                read(
                        "<field var='a'><value>"
                                + "x".repeat(Xep0004Forms.MAX_VALUE_LENGTH + 1)
                                + "</value></field>");
        var field = field(form, "a");
        assertThat(field.isWhole()).isFalse();
        assertThat(field.isAsked()).isFalse();
        assertThat(field.value()).hasSize(Xep0004Forms.MAX_INSTRUCTION_LENGTH + 1).endsWith("…");
        assertThat(Xep0004Forms.submit(form).getElements()).isEmpty();
    }

    @Test
    void aListOfThousandsIsNotSentBackInPart() {
        var options = new StringBuilder("<field type='list-multi' var='a'>");
        for (int i = 0; i <= Xep0004Forms.MAX_OPTIONS; i++) {
            options.append("<option><value>").append(i).append("</value></option>");
        }
        var form = read(options.append("</field>").toString());
        assertThat(field(form, "a").isWhole()).isFalse();
        assertThat(field(form, "a").options()).isEmpty();
        assertThat(Xep0004Forms.submit(form).getElements()).isEmpty();
    }

    @Test
    void wordsThatAreTooLongAreCut() {
        var form =
                read(
                        "<title>"
                                + "t".repeat(100_000)
                                + "</title><instructions>"
                                + "i".repeat(100_000)
                                + "</instructions><field var='a' label='"
                                + "l".repeat(100_000)
                                + "'/>");
        assertThat(form.title()).hasSize(Xep0004Forms.MAX_LABEL_LENGTH + 1);
        assertThat(form.instructions().getFirst()).hasSize(Xep0004Forms.MAX_INSTRUCTION_LENGTH + 1);
        assertThat(field(form, "a").label()).hasSize(Xep0004Forms.MAX_LABEL_LENGTH + 1);
    }

    private static DataForm read(String template, int times) {
        var fields = new StringBuilder();
        for (int i = 0; i < times; i++) {
            fields.append(template.formatted(i));
        }
        return read(fields.toString());
    }

    private static DataForm read(String inner) {
        var iq =
                Xml.stanza(
                        PayloadIq.class,
                        "<iq type='result' id='create1'>"
                                + "<command xmlns='http://jabber.org/protocol/commands'>"
                                + "<x xmlns='jabber:x:data' type='form'>"
                                + inner
                                + "</x></command></iq>");
        return Xep0004Forms.in(iq.payload()).orElseThrow();
    }

    private static DataForm.Field field(DataForm form, String name) {
        return form.field(name).orElseThrow();
    }

    private static String xml(StandardExtensionElement element) {
        return element.toXML(XmlEnvironment.EMPTY).toString();
    }
}
