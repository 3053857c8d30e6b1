package io.dawsos.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser at the pages of a server. Tests that need one are skipped, and say so, where there is none. */
final class PageBrowser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String address;
    private final ChromeDriver driver;

    private PageBrowser(String address, ChromeDriver driver) {
        this.address = address;
        this.driver = driver;
    }

    /** Starts Chromium, or skips the test. */
    static PageBrowser at(String address) {
        Optional<Path> browser = found("dawsos.chromium", "chromium", "chromium-browser", "google-chrome");
        Optional<Path> service = found("dawsos.chromedriver", "chromedriver");
        Assumptions.assumeTrue(
                browser.isPresent() && service.isPresent(),
                "no Chromium with its driver on the path: the browser tests are skipped");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(service.orElseThrow().toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.manage().window().setSize(new Dimension(1280, 1000));
        return new PageBrowser(address, driver);
    }

    private static Optional<Path> found(String property, String... names) {
        String named = System.getProperty(property, "");
        Stream<Path> places = named.isEmpty()
                ? Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
                        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                : Stream.of(Path.of(named));
        return places.filter(Files::isExecutable).findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    PageBrowser open(String path) {
        driver.get(address + path);
        return this;
    }

    PageBrowser logIn(String email, String password) {
        open("/login");
        driver.findElement(By.name("email")).sendKeys(email);
        driver.findElement(By.name("password")).sendKeys(password);
        driver.findElement(By.cssSelector("main button")).click();
        see(".head h1, main h1");
        return this;
    }

    /** Waits through the change from one page to the next. */
    private WebDriverWait patience() {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    /** Waits for an element that can be seen. */
    WebElement see(String selector) {
        return patience().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Waits for an element that has a text in it. */
    WebElement seeText(String selector, String text) {
        return patience()
                .until(current -> current.findElements(By.cssSelector(selector)).stream()
                        .filter(element -> element.getText().contains(text))
                        .findFirst()
                        .orElse(null));
    }

    /** What the browser complained about, refused scripts and styles among it. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** Writes pictures of the page as it is at two widths, where the property {@code dawsos.screenshots} names a folder. */
    void picture(String name) throws java.io.IOException {
        String folder = System.getProperty("dawsos.screenshots", "");
        if (folder.isEmpty()) {
            return;
        }
        for (int width : new int[] {1280, 400}) {
            driver.manage().window().setSize(new Dimension(width, 1000));
            int height = driver.findElement(By.tagName("body")).getSize().height;
            driver.manage().window().setSize(new Dimension(width, Math.min(4000, height + 150)));
            Files.write(Path.of(folder, name + "-" + width + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        }
        driver.manage().window().setSize(new Dimension(1280, 1000));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
