package org.scpmonitor;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.lumo.Lumo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The executable. Its look is loaded in this order: Lumo, the design tokens, what Lumo's properties can't reach, ours. */
@SpringBootApplication
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://scp/tokens.css")
@StyleSheet("context://scp/lumo-overrides.css")
@StyleSheet("context://scp/app.css")
@StyleSheet("context://scp/flow.css")
@StyleSheet("context://scp/procurement.css")
public class Application implements AppShellConfigurator {
    static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
